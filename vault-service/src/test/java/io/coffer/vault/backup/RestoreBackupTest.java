package io.coffer.vault.backup;

import static org.assertj.core.api.Assertions.assertThat;

import io.coffer.contracts.vault.BackupCommand;
import io.coffer.contracts.vault.BackupCommand.Mapping;
import io.coffer.contracts.vault.BackupEvent.RestoreStarted;
import io.coffer.contracts.vault.KnownResource;
import io.coffer.contracts.vault.ResourceFacts;
import io.coffer.contracts.vault.VolumeFacts;
import io.coffer.contracts.work.WorkCommand.StartRestore;
import io.coffer.contracts.work.WorkCommand.VolumeTarget;
import io.coffer.messaging.decision.Decision;
import io.coffer.vault.Samples;
import io.coffer.vault.operationlog.OperationState;
import io.coffer.vault.operationlog.OperationType;
import io.coffer.vault.vault.VaultState;
import io.coffer.vault.vault.VaultStatus;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RestoreBackupTest {

  private static final UUID COMMAND = new UUID(7, 2);
  private static final VaultState OPEN = Samples.vault(VaultStatus.available);
  private static final KnownResource SERVER = Samples.server("s1");
  private static final KnownResource OTHER = Samples.server("s2");
  private static final KnownResource DISK = Samples.disk("d1");

  private final List<BackupState> family = BackupSamples.family(SERVER, BackupStatus.available);

  @Test
  void writesEveryVolumeBackToWhereItCameFrom() {
    Decision.Accepted accepted = (Decision.Accepted) onto(SERVER);
    assertThat(accepted.events())
        .containsExactly(
            new RestoreStarted(
                Samples.VAULT,
                family.get(0).id(),
                COMMAND,
                "s1",
                "server s1",
                "req-1",
                Samples.TIME));
    assertThat(accepted.commands())
        .containsExactly(
            new StartRestore(
                COMMAND,
                Samples.VAULT,
                family.get(0).id(),
                "snap-1",
                "s1",
                "s1",
                "OS::Nova::Server",
                List.of(new VolumeTarget("s1-a", "s1-a"), new VolumeTarget("s1-b", "s1-b"))));
  }

  @Test
  void writesBackWhereItCameFromWhenNoTargetIsNamed() {
    Decision.Accepted accepted = (Decision.Accepted) decide(command(List.of(), null, null));
    StartRestore work = (StartRestore) accepted.commands().get(0);
    assertThat(work.targetResourceId()).isEqualTo("s1");
    assertThat(work.volumes()).hasSize(2);
  }

  @Test
  void writesMappedVolumesOntoAnotherServer() {
    Decision.Accepted accepted =
        (Decision.Accepted)
            decide(command(List.of(new Mapping(family.get(2).id(), "s2-b")), "s2", OTHER));
    assertThat(((StartRestore) accepted.commands().get(0)).volumes())
        .containsExactly(new VolumeTarget("s1-b", "s2-b"));
  }

  @Test
  void needsMappingsForAnotherServer() {
    Decision decision = onto(OTHER);
    assertThat(Samples.code(decision)).isEqualTo("BackupService.9900");
    assertThat(((Decision.Refused) decision).message()).contains("mappings");
  }

  @Test
  void writesTheBackupOfADiskOntoTheDiskThatIsNamed() {
    List<BackupState> disk = BackupSamples.family(DISK, BackupStatus.available);
    Decision.Accepted accepted =
        (Decision.Accepted)
            decide(state(disk.get(0), disk, OPEN), command(List.of(), "d2", Samples.disk("d2")));
    assertThat(((StartRestore) accepted.commands().get(0)).volumes())
        .containsExactly(new VolumeTarget("d1", "d2"));
  }

  @Test
  void writesAFileSystemBackInPlaceOrOntoAnother() {
    List<BackupState> turbo = BackupSamples.family(Samples.turbo("t1"), BackupStatus.available);
    assertThat(turbo).hasSize(1);
    for (String target : List.of("t1", "t2")) {
      Decision.Accepted accepted =
          (Decision.Accepted)
              decide(
                  state(turbo.get(0), turbo, OPEN),
                  command(List.of(), target, Samples.turbo(target)));
      StartRestore work = (StartRestore) accepted.commands().get(0);
      assertThat(work.targetResourceType()).isEqualTo("OS::Sfs::Turbo");
      assertThat(work.volumes()).containsExactly(new VolumeTarget("t1", target));
    }
  }

  @Test
  void keepsFileSystemsApartFromAllElseAndNamesBothTypes() {
    List<BackupState> turbo = BackupSamples.family(Samples.turbo("t1"), BackupStatus.available);
    Decision decision =
        decide(state(turbo.get(0), turbo, OPEN), command(List.of(), "d1", Samples.disk("d1")));
    assertThat(Samples.code(decision)).isEqualTo("BackupService.7510");
    assertThat(((Decision.Refused) decision).message())
        .contains("OS::Sfs::Turbo", "OS::Cinder::Volume");
    assertThat(Samples.code(onto(Samples.turbo("t1")))).isEqualTo("BackupService.9900");
    assertThat(
            Samples.code(decide(state(turbo.get(0), turbo, OPEN), command(List.of(), "t9", null))))
        .isEqualTo("BackupService.7500");
  }

  @Test
  void writesOneVolumeOfAServerAlone() {
    Decision.Accepted accepted =
        (Decision.Accepted)
            decide(
                state(family.get(1), family, OPEN), command(List.of(), "d2", Samples.disk("d2")));
    StartRestore work = (StartRestore) accepted.commands().get(0);
    assertThat(work.backupId()).isEqualTo(family.get(0).id());
    assertThat(work.volumes()).containsExactly(new VolumeTarget("s1-a", "d2"));
  }

  @Test
  void refusesATargetThatIsTooSmall() {
    KnownResource small =
        KnownResource.of(
            new ResourceFacts(
                "s1",
                "OS::Nova::Server",
                "s1",
                5,
                List.of(
                    SERVER.facts().volumes().get(0),
                    new VolumeFacts("s1-b", "data", 3 * Samples.GB - 1, 3, false))));
    assertThat(Samples.code(onto(small))).isEqualTo("BackupService.2001");
  }

  @Test
  void refusesMappingsThatDoNotFit() {
    UUID child = family.get(1).id();
    assertThat(mapped(new Mapping(new UUID(4, 4), "s1-a"))).isEqualTo("BackupService.9900");
    assertThat(mapped(new Mapping(child, "s1-a"), new Mapping(child, "s1-b")))
        .isEqualTo("BackupService.9900");
    assertThat(mapped(new Mapping(child, "s1-a"), new Mapping(family.get(2).id(), "s1-a")))
        .isEqualTo("BackupService.9900");
    assertThat(mapped(new Mapping(child, "s9-a"))).isEqualTo("BackupService.7000");
  }

  @Test
  void refusesATargetThatDoesNotExist() {
    assertThat(Samples.code(decide(command(List.of(), "s9", null))))
        .isEqualTo("BackupService.7100");
    List<BackupState> disk = BackupSamples.family(DISK, BackupStatus.available);
    assertThat(Samples.code(decide(state(disk.get(0), disk, OPEN), command(List.of(), "d9", null))))
        .isEqualTo("BackupService.7000");
  }

  @ParameterizedTest
  @CsvSource({"protecting", "error", "deleting"})
  void refusesABackupThatIsNotGood(BackupStatus status) {
    List<BackupState> bad = BackupSamples.family(SERVER, status);
    assertThat(Samples.code(decide(state(bad.get(0), bad, OPEN), command(List.of(), "s1", SERVER))))
        .isEqualTo("BackupService.2005");
  }

  @ParameterizedTest
  @CsvSource({
    "backup, s1, , 2002",
    "restore, s1, s1, 2010",
    "restore, s1, s2, 2010",
    "restore, s3, s1, 2010",
    "remove_resource, s1, , 6134",
    "delete, s1, ,",
    "copy, s1, ,",
  })
  void refusesABusyResource(OperationType type, String resource, String target, String code) {
    Decision decision =
        decide(
            state(family.get(0), family, OPEN, Samples.running(type, resource, target)),
            command(List.of(), "s1", SERVER));
    assertThat(Samples.code(decision)).isEqualTo(code == null ? null : "BackupService." + code);
  }

  @ParameterizedTest
  @CsvSource({"available,", "lock,", "frozen, 6202", "deleting, 6202", "error, 6202"})
  void asksTheStateOfTheVault(VaultStatus status, String code) {
    Decision decision =
        decide(
            state(family.get(0), family, Samples.vault(status)), command(List.of(), "s1", SERVER));
    assertThat(Samples.code(decision)).isEqualTo(code == null ? null : "BackupService." + code);
  }

  @Test
  void isOkFromAFullOrLockedVault() {
    VaultState full = Samples.vault(VaultStatus.available, true, 100 * Samples.GB);
    assertThat(
            Samples.code(
                decide(state(family.get(0), family, full), command(List.of(), "s1", SERVER))))
        .isNull();
  }

  @Test
  void keepsServersAndBareMetalApart() {
    KnownResource metal =
        KnownResource.of(
            new ResourceFacts(
                "s1", "OS::Ironic::BareMetalServer", "m", 5, SERVER.facts().volumes()));
    assertThat(Samples.code(onto(metal))).isEqualTo("BackupService.2006");
    List<BackupState> ofMetal = BackupSamples.family(metal, BackupStatus.available);
    assertThat(
            Samples.code(
                decide(state(ofMetal.get(0), ofMetal, OPEN), command(List.of(), "s1", SERVER))))
        .isEqualTo("BackupService.2014");
  }

  @Test
  void knowsOnlyBackupsThatAreThere() {
    assertThat(
            Samples.code(
                new RestoreBackupHandler(null, null, null)
                    .absent(command(List.of(), "s1", SERVER))))
        .isEqualTo("BackupService.6200");
  }

  private Decision onto(KnownResource target) {
    return decide(command(List.of(), target.facts().id(), target));
  }

  private String mapped(Mapping... mappings) {
    return Samples.code(decide(command(List.of(mappings), "s1", SERVER)));
  }

  private Decision decide(BackupCommand.RestoreBackup command) {
    return decide(state(family.get(0), family, OPEN), command);
  }

  private static Decision decide(RestoreBackup.State state, BackupCommand.RestoreBackup command) {
    return RestoreBackup.decide(state, command, Samples.envelope(COMMAND));
  }

  private static RestoreBackup.State state(
      BackupState asked, List<BackupState> family, VaultState vault, OperationState... running) {
    return new RestoreBackup.State(asked, family, vault, List.of(running));
  }

  private static BackupCommand.RestoreBackup command(
      List<Mapping> mappings, String targetId, KnownResource target) {
    return new BackupCommand.RestoreBackup(new UUID(1, 1), mappings, true, targetId, target);
  }
}
