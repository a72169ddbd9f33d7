package io.coffer.worker.repository;

import io.coffer.contracts.CbrError;
import io.coffer.engine.CancelledException;
import io.coffer.engine.DamagedException;
import io.coffer.engine.EngineException;
import io.coffer.engine.LockLostException;
import io.coffer.engine.LockedException;
import io.coffer.engine.NotFoundException;
import io.coffer.engine.StoreException;
import io.coffer.engine.StoreFullException;
import io.coffer.engine.WrongPasswordException;
import io.coffer.worker.job.JobFailure;
import io.coffer.worker.job.JobStopped;
import java.util.UUID;
import org.jboss.logging.Logger;

/** What the user is told when the engine gives up. */
public final class EngineFailures {

  private static final Logger LOG = Logger.getLogger(EngineFailures.class);

  private EngineFailures() {}

  /**
   * The exception that ends the job.
   *
   * @param vaultId whose repository it was
   */
  public static RuntimeException of(EngineException failure, UUID vaultId) {
    if (failure instanceof CancelledException || failure instanceof LockLostException) {
      return new JobStopped();
    }
    CbrError error = error(failure);
    if (error == null) {
      return failure;
    }
    LOG.warnf("repository fails vault=%s: %s", vaultId, failure.getMessage());
    return new JobFailure(error, sentence(failure, vaultId), failure);
  }

  private static CbrError error(EngineException failure) {
    if (failure instanceof StoreFullException) {
      return CbrError.FAILED_SET_BUCKET_QUOTA;
    }
    if (failure instanceof NotFoundException) {
      return CbrError.BACKUP_NOT_FOUND;
    }
    if (failure instanceof DamagedException) {
      return CbrError.FAILED_OBTAIN_SNAPSHOT;
    }
    boolean ofStore =
        failure instanceof StoreException
            || failure instanceof LockedException
            || failure instanceof WrongPasswordException;
    return ofStore ? CbrError.FAILED_OBTAIN_BUCKET_STORAGE_INFORMATION : null;
  }

  /** Of what kind it is. The engine's own words name files of this machine: they go to the log. */
  private static String sentence(EngineException failure, UUID vaultId) {
    String repository = "The repository of vault " + vaultId + " ";
    if (failure instanceof StoreFullException) {
      return repository + "has no room left on its disk.";
    }
    if (failure instanceof DamagedException) {
      return repository + "is damaged.";
    }
    if (failure instanceof NotFoundException) {
      return repository + "does not hold what was asked for.";
    }
    if (failure instanceof LockedException) {
      return repository + "is in use by somebody else: " + failure.getMessage() + ".";
    }
    return repository
        + (failure instanceof WrongPasswordException
            ? "does not open with the keys of the vault."
            : "could not be read or written.");
  }
}
