package io.coffer.systemtests.faults.scene;

import io.coffer.systemtests.api.LocalServer;
import java.io.IOException;
import java.util.List;

/** The first of two backups is deleted. */
final class DeletedBackup implements Scene {

  private final Stage stage;
  private final String vault;
  private final String doomed;
  private final Kept kept;

  DeletedBackup(Stage stage) throws IOException {
    this.stage = stage;
    LocalServer server = stage.server();
    vault = stage.vaults().create(stage.name(), server.id());
    doomed = stage.vaults().backup(stage.vaults().backedUp(vault), server.id());
    stage.noise().change(server.disks().get(0), 40, 100_000);
    List<byte[]> contents = server.contents();
    String second = stage.vaults().backedUp(vault);
    kept = new Kept(stage.vaults().backup(second, server.id()), server, contents);
  }

  @Override
  public void play() {
    stage.client().patiently("DELETE", "/backups/" + doomed, null).expect(204);
  }

  @Override
  public String vault() {
    return vault;
  }

  @Override
  public void ended() {
    stage.project().get("/backups/" + doomed).expect(404);
  }

  @Override
  public List<Kept> kept() {
    return List.of(kept);
  }
}
