/* Makes the Nth write or sync of a watched file fail (LD_PRELOAD, Linux). Build: cc -shared -fPIC -o disk_faults.so disk_faults.c -ldl
 * DISK_FAULTS_MATCH  part of the paths to watch
 * DISK_FAULTS        "write:N" fails every write from the Nth on with "disk full"; "write-once:N" the Nth only;
 *                    "sync-once:N" lets the Nth fsync do its work and then says that it failed;
 *                    "link:1" is a stick whose file system knows no hard links. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <unistd.h>

static int watched(int fd) {
  char link[64], path[4096];
  const char *match = getenv("DISK_FAULTS_MATCH");
  snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
  ssize_t length = readlink(link, path, sizeof path - 1);
  if (!match || length <= 0) return 0;
  path[length] = 0;
  return strstr(path, match) != 0;
}

static int fails(const char *what) {
  static long counts[2];
  const char *plan = getenv("DISK_FAULTS");
  char kind[32];
  long nth;
  if (!plan || sscanf(plan, "%31[^:]:%ld", kind, &nth) != 2 || strncmp(kind, what, strlen(what))) return 0;
  long now = ++counts[what[0] == 's'];
  return strstr(kind, "once") ? now == nth : now >= nth;
}

ssize_t pwrite64(int fd, const void *data, size_t size, off64_t at) {
  ssize_t (*real)(int, const void *, size_t, off64_t) = dlsym(RTLD_NEXT, "pwrite64");
  if (watched(fd) && fails("write")) { errno = ENOSPC; return -1; }
  return real(fd, data, size, at);
}

ssize_t pwrite(int fd, const void *data, size_t size, off_t at) { return pwrite64(fd, data, size, at); }

static int synced(int fd, const char *name) {
  int (*real)(int) = dlsym(RTLD_NEXT, name);
  int done = real(fd);
  if (watched(fd) && fails("sync")) { errno = EIO; return -1; }
  return done;
}

int fsync(int fd) { return synced(fd, "fsync"); }
int fdatasync(int fd) { return synced(fd, "fdatasync"); }

int link(const char *from, const char *to) {
  int (*real)(const char *, const char *) = dlsym(RTLD_NEXT, "link");
  const char *plan = getenv("DISK_FAULTS");
  if (plan && !strncmp(plan, "link", 4)) { errno = EPERM; return -1; }
  return real(from, to);
}
