/*
 * A layer between a program and its disk, put there with LD_PRELOAD: counts every step that writes below one folder
 * and makes the n-th of them fail, all from the n-th on, or the whole program die there.
 *
 * SO_FAULT_FOLDER  only files below it count.
 * Opening "/so-fault/<once|stay|kill>/<errno>/<n>" arms it, "/so-fault/off" disarms it, and reading "/so-fault/seen"
 * gives the steps since it was armed, one a line: "<op> <file name>", after a first line with how many were refused.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <unistd.h>

#define FDS 4096
#define LOG_BYTES (4 << 20)
#define NEXT(name) ((typeof(&name))dlsym(RTLD_NEXT, #name))

enum mode { OFF, ONCE, STAY, KILL };
/** What a step needs of the disk: room, leave to write, or only that it is there. */
enum need { ROOM, WRITE, READ };

static volatile enum mode mode = OFF;
static volatile long countdown, refused;
static volatile int fault;
static char names[FDS][64];
static char *log_text;
static volatile long log_size;

static int ours(const char *path) {
  const char *folder = getenv("SO_FAULT_FOLDER");
  return folder && path && strncmp(path, folder, strlen(folder)) == 0;
}

static const char *last(const char *path) {
  const char *slash = strrchr(path, '/');
  return slash ? slash + 1 : path;
}

static void note(const char *op, const char *name) {
  char line[128];
  int length = snprintf(line, sizeof line, "%s %s\n", op, name);
  long at = __atomic_fetch_add(&log_size, length, __ATOMIC_SEQ_CST);
  if (log_text && at + length < LOG_BYTES) memcpy(log_text + at, line, length);
}

/** Whether this step is to be refused; errno is set then. */
static int refuse(enum need need, const char *op, const char *name) {
  if (mode == OFF) return 0;
  if (need == READ && fault != EIO) return 0;
  if (need == WRITE && fault == ENOSPC) return 0;
  note(op, name);
  long left = __atomic_sub_fetch(&countdown, 1, __ATOMIC_SEQ_CST);
  int now = mode == STAY ? left <= 0 : left == 0;
  if (!now) return 0;
  if (mode == KILL) kill(getpid(), SIGKILL);
  __atomic_add_fetch(&refused, 1, __ATOMIC_SEQ_CST);
  errno = fault;
  return 1;
}

/** A number may have been closed and given to another file without this layer being told. */
static int still(int fd) {
  char link[64], path[PATH_MAX];
  snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
  ssize_t length = readlink(link, path, sizeof path - 1);
  if (length < 0) return 0;
  path[length] = 0;
  return ours(path);
}

static int refuse_fd(enum need need, const char *op, int fd) {
  return mode != OFF && fd >= 0 && fd < FDS && names[fd][0] && still(fd) && refuse(need, op, names[fd]);
}

static int told(void) {
  int fd = memfd_create("seen", 0);
  char head[32];
  int length = snprintf(head, sizeof head, "%ld\n", refused);
  ssize_t written = NEXT(write)(fd, head, length);
  if (log_text) written = NEXT(write)(fd, log_text, log_size < LOG_BYTES ? log_size : LOG_BYTES);
  (void)written;
  lseek(fd, 0, SEEK_SET);
  return fd;
}

/** Answers a path that is meant for this layer; -2 for any other. */
static int asked(const char *path) {
  if (strncmp(path, "/so-fault/", 10) != 0) return -2;
  char word[8] = "";
  int number = 0;
  long at = 0;
  if (strcmp(path + 10, "seen") == 0) return told();
  mode = OFF;
  if (sscanf(path + 10, "%7[a-z]/%d/%ld", word, &number, &at) == 3) {
    if (!log_text) log_text = malloc(LOG_BYTES);
    log_size = refused = 0;
    fault = number;
    countdown = at;
    mode = word[0] == 'o' ? ONCE : word[0] == 's' ? STAY : KILL;
  }
  errno = ENOENT;
  return -1;
}

static int opening(int dir, const char *path, int flags, mode_t bits) {
  int answer = asked(path);
  if (answer != -2) return answer;
  if (!ours(path)) return syscall(SYS_openat, dir, path, flags, bits);
  int writing = (flags & O_ACCMODE) != O_RDONLY;
  int creating = (flags & O_TRUNC) || ((flags & O_CREAT) && access(path, F_OK) != 0);
  if (refuse(creating ? ROOM : writing ? WRITE : READ, "open", last(path))) return -1;
  int fd = syscall(SYS_openat, dir, path, flags, bits);
  if (fd >= 0 && fd < FDS) snprintf(names[fd], sizeof names[fd], "%s", last(path));
  return fd;
}

static mode_t bits_of(int flags, va_list rest) { return flags & (O_CREAT | O_TMPFILE) ? va_arg(rest, mode_t) : 0; }

#define OPEN(name)                                                                                                     \
  int name(const char *path, int flags, ...) {                                                                         \
    va_list rest;                                                                                                      \
    va_start(rest, flags);                                                                                             \
    mode_t bits = bits_of(flags, rest);                                                                                \
    va_end(rest);                                                                                                      \
    return opening(AT_FDCWD, path, flags, bits);                                                                       \
  }
#define OPENAT(name)                                                                                                   \
  int name(int dir, const char *path, int flags, ...) {                                                                \
    va_list rest;                                                                                                      \
    va_start(rest, flags);                                                                                             \
    mode_t bits = bits_of(flags, rest);                                                                                \
    va_end(rest);                                                                                                      \
    return opening(dir, path, flags, bits);                                                                            \
  }
OPEN(open)
OPEN(open64)
OPENAT(openat)
OPENAT(openat64)

int close(int fd) {
  if (fd >= 0 && fd < FDS) names[fd][0] = 0;
  return NEXT(close)(fd);
}

#define ON_FD(type, name, need, parameters, arguments)                                                                 \
  type name parameters { return refuse_fd(need, #name, fd) ? -1 : NEXT(name) arguments; }
ON_FD(ssize_t, read, READ, (int fd, void *to, size_t size), (fd, to, size))
ON_FD(ssize_t, pread, READ, (int fd, void *to, size_t size, off_t at), (fd, to, size, at))
ON_FD(ssize_t, pread64, READ, (int fd, void *to, size_t size, off64_t at), (fd, to, size, at))
ON_FD(ssize_t, write, ROOM, (int fd, const void *from, size_t size), (fd, from, size))
ON_FD(ssize_t, pwrite, ROOM, (int fd, const void *from, size_t size, off_t at), (fd, from, size, at))
ON_FD(ssize_t, pwrite64, ROOM, (int fd, const void *from, size_t size, off64_t at), (fd, from, size, at))
ON_FD(ssize_t, writev, ROOM, (int fd, const struct iovec *parts, int count), (fd, parts, count))
ON_FD(ssize_t, pwritev, ROOM, (int fd, const struct iovec *parts, int count, off_t at), (fd, parts, count, at))
ON_FD(ssize_t, pwritev64, ROOM, (int fd, const struct iovec *parts, int count, off64_t at), (fd, parts, count, at))
ON_FD(int, ftruncate, WRITE, (int fd, off_t size), (fd, size))
ON_FD(int, ftruncate64, WRITE, (int fd, off64_t size), (fd, size))
ON_FD(int, fsync, WRITE, (int fd), (fd))
ON_FD(int, fdatasync, WRITE, (int fd), (fd))

#define ON_PATH(name, need, parameters, arguments)                                                                     \
  int name parameters { return ours(path) && refuse(need, #name, last(path)) ? -1 : NEXT(name) arguments; }
ON_PATH(rename, WRITE, (const char *path, const char *to), (path, to))
ON_PATH(unlink, WRITE, (const char *path), (path))
ON_PATH(remove, WRITE, (const char *path), (path))
ON_PATH(rmdir, WRITE, (const char *path), (path))
ON_PATH(mkdir, ROOM, (const char *path, mode_t bits), (path, bits))

/** Some copies between files go by number, not by name. */
long syscall(long number, ...) {
  va_list rest;
  long a[6];
  va_start(rest, number);
  for (int n = 0; n < 6; n++) a[n] = va_arg(rest, long);
  va_end(rest);
  if (number == SYS_copy_file_range && refuse_fd(ROOM, "copy", (int)a[2])) return -1;
  return NEXT(syscall)(number, a[0], a[1], a[2], a[3], a[4], a[5]);
}

ssize_t sendfile64(int out, int in, off64_t *at, size_t size) {
  static ssize_t (*next)(int, int, off64_t *, size_t);
  if (!next) next = dlsym(RTLD_NEXT, "sendfile64");
  return refuse_fd(ROOM, "copy", out) ? -1 : next(out, in, at, size);
}
