package io.coffer.vault.vault;

import static org.assertj.core.api.Assertions.assertThat;

import io.coffer.vault.Samples;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VaultVerbTest {

  @ParameterizedTest
  @CsvSource({
    "available, CHECKPOINT,",
    "available, RESTORE,",
    "available, DELETE_BACKUP,",
    "available, ASSOCIATE,",
    "available, MIGRATE,",
    "available, UPDATE,",
    "available, DELETE,",
    "lock, CHECKPOINT,",
    "lock, RESTORE,",
    "lock, DELETE_BACKUP, 6201",
    "lock, ASSOCIATE,",
    "lock, MIGRATE, 6112",
    "lock, UPDATE,",
    "lock, DELETE, 6111",
    "frozen, CHECKPOINT, 6113",
    "frozen, RESTORE, 6202",
    "frozen, DELETE_BACKUP, 6201",
    "frozen, ASSOCIATE, 6112",
    "frozen, MIGRATE, 6112",
    "frozen, UPDATE, 6110",
    "frozen, DELETE, 6111",
    "deleting, CHECKPOINT, 6113",
    "deleting, RESTORE, 6202",
    "deleting, DELETE_BACKUP, 6201",
    "deleting, ASSOCIATE, 6112",
    "deleting, MIGRATE, 6112",
    "deleting, UPDATE, 6112",
    "error, CHECKPOINT, 6113",
    "error, RESTORE, 6202",
    "error, DELETE_BACKUP, 6201",
    "error, ASSOCIATE, 6112",
    "error, MIGRATE, 6112",
    "error, UPDATE, 6110",
    "error, DELETE,",
  })
  void weighsTheStateOfAVaultAgainstEveryVerb(VaultStatus status, VaultVerb verb, String code) {
    assertThat(verb.refusal(Samples.vault(status)).map(Samples::code).orElse(null))
        .isEqualTo(code == null ? null : "BackupService." + code);
  }

  @ParameterizedTest
  @CsvSource({
    "CHECKPOINT,",
    "RESTORE,",
    "DELETE_BACKUP, 6201",
    "ASSOCIATE,",
    "MIGRATE, 6112",
    "UPDATE,",
    "DELETE, 6111",
  })
  void treatsALockedSettingLikeTheLockState(VaultVerb verb, String code) {
    VaultState locked = Samples.vault(VaultStatus.available, true, 0);
    assertThat(verb.refusal(locked).map(Samples::code).orElse(null))
        .isEqualTo(code == null ? null : "BackupService." + code);
  }
}
