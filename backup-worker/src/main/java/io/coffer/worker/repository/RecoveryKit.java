package io.coffer.worker.repository;

/**
 * What it takes to restore a vault without Coffer, with the stock restic.
 *
 * @param repository the folder, absolute
 */
record RecoveryKit(String repository, String password) {

  @Override
  public String toString() {
    return "RecoveryKit[" + repository + "]";
  }
}
