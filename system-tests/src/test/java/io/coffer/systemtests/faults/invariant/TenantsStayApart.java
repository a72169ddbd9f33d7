package io.coffer.systemtests.faults.invariant;

import static org.assertj.core.api.Assertions.assertThat;

import io.coffer.systemtests.api.Project;
import io.coffer.systemtests.faults.scene.Scene;
import java.util.List;

/** Looks with the eyes of another domain. */
final class TenantsStayApart {

  private TenantsStayApart() {}

  static void check(Aftermath aftermath) {
    Project stranger = Project.ofOtherDomain(aftermath.stack(), "region-1");
    for (String list : List.of("/vaults", "/operation-logs", "/backups")) {
      assertThat(stranger.get(list).expect(200).toString()).doesNotContain(aftermath.name());
    }
    for (Scene scene : aftermath.scenesWithBackups()) {
      stranger.get("/vaults/" + scene.vault()).expect(404);
      scene.kept().forEach(kept -> stranger.get("/backups/" + kept.backup()).expect(404));
    }
  }
}
