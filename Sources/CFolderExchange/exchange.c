#define _GNU_SOURCE
#include "CFolderExchange.h"

#include <errno.h>
#include <stdio.h>

#if defined(__linux__)
#include <fcntl.h>
#include <sys/syscall.h>
#include <unistd.h>
#endif

int connectorgen_exchange(const char *first, const char *second) {
#if defined(__linux__) && defined(SYS_renameat2)
  // The kernel's RENAME_EXCHANGE. Not every C library has the call, and the kernel always has the
  // number.
  const unsigned int exchange = 1 << 1;
  return (int)syscall(SYS_renameat2, AT_FDCWD, first, AT_FDCWD, second, exchange);
#elif defined(__APPLE__)
  return renamex_np(first, second, RENAME_SWAP);
#else
  (void)first;
  (void)second;
  errno = ENOTSUP;
  return -1;
#endif
}
