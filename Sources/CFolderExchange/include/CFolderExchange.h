#ifndef CONNECTORGEN_FOLDER_EXCHANGE_H
#define CONNECTORGEN_FOLDER_EXCHANGE_H

/// Lets two files or folders change their names in one step. Swift does not see the calls of the
/// system that do it.
///
/// Returns 0, or -1 with the reason in `errno`; then nothing has changed.
int connectorgen_exchange(const char *first, const char *second);

#endif
