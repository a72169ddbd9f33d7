package io.coffer.worker.repository;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.junit.jupiter.api.Test;

class EngineFailuresTest {

  private final UUID vault = UUID.randomUUID();

  @Test
  void haveDocumentedCodesAndNameTheVault() {
    assertCode(new StoreFullException("full", null), CbrError.FAILED_SET_BUCKET_QUOTA);
    assertCode(new StoreException("io", null), CbrError.FAILED_OBTAIN_BUCKET_STORAGE_INFORMATION);
    assertCode(new LockedException("by x"), CbrError.FAILED_OBTAIN_BUCKET_STORAGE_INFORMATION);
    assertCode(new WrongPasswordException("no"), CbrError.FAILED_OBTAIN_BUCKET_STORAGE_INFORMATION);
    assertCode(new DamagedException("pack"), CbrError.FAILED_OBTAIN_SNAPSHOT);
    assertCode(new NotFoundException("snapshot"), CbrError.BACKUP_NOT_FOUND);
  }

  @Test
  void tellNoPathOfThisMachine() {
    String path = "/srv/coffer/repositories/x/config";
    for (EngineException failure :
        new EngineException[] {
          new StoreException("cannot read " + path, null),
          new StoreFullException(path, null),
          new DamagedException("pack of " + path),
          new WrongPasswordException("the config of " + path + " is damaged"),
          new NotFoundException("there is no repository at " + path),
        }) {
      assertThat(EngineFailures.of(failure, vault).getMessage()).doesNotContain("/");
    }
  }

  @Test
  void aCancelledJobIsStoppedAndNotFailed() {
    assertThat(EngineFailures.of(new CancelledException(), vault)).isInstanceOf(JobStopped.class);
    LockLostException lost = new LockLostException("gone");
    assertThat(EngineFailures.of(lost, vault)).isInstanceOf(JobStopped.class);
  }

  @Test
  void whatNobodyForesawStaysWhatItIs() {
    EngineException odd = new EngineException("out of resources");
    assertThat(EngineFailures.of(odd, vault)).isSameAs(odd);
  }

  private void assertCode(EngineException failure, CbrError code) {
    assertThat(EngineFailures.of(failure, vault))
        .isInstanceOfSatisfying(JobFailure.class, job -> assertThat(job.error()).isEqualTo(code))
        .hasMessageContaining(vault.toString());
  }
}
