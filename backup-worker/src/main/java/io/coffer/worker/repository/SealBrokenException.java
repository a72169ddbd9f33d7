package io.coffer.worker.repository;

/** Something sealed does not open with the sealing key. */
final class SealBrokenException extends RuntimeException {

  SealBrokenException(String table, String row) {
    super("the sealing key does not open " + table + " " + row);
  }
}
