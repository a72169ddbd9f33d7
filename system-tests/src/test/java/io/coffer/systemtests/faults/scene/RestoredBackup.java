package io.coffer.systemtests.faults.scene;

import static org.assertj.core.api.Assertions.assertThat;

import io.coffer.systemtests.api.LocalServer;
import io.coffer.systemtests.api.Vaults;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/** A server whose disk was overwritten is restored. */
final class RestoredBackup implements Scene {

  private final Stage stage;
  private final LocalServer server;
  private final String vault;
  private final Kept kept;

  RestoredBackup(Stage stage) throws IOException {
    this.stage = stage;
    server = stage.server();
    vault = stage.vaults().create(stage.name(), server.id());
    List<byte[]> contents = server.contents();
    String checkpoint = stage.vaults().backedUp(vault);
    kept = new Kept(stage.vaults().backup(checkpoint, server.id()), server, contents);
    stage.noise().change(server.disks().get(0), 200, 100_000);
  }

  @Override
  public void play() {
    stage
        .client()
        .patiently("POST", "/backups/" + kept.backup() + "/restore", Vaults.restore(server.id()))
        .expect(202);
  }

  @Override
  public String vault() {
    return vault;
  }

  @Override
  public void ended() throws IOException {
    assertThat(Arrays.equals(server.contents().get(0), kept.contents().get(0)))
        .as("the disk that was restored is what it was")
        .isTrue();
  }

  @Override
  public List<Kept> kept() {
    return List.of(kept);
  }
}
