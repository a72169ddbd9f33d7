package io.coffer.systemtests.faults.scene;

import io.coffer.systemtests.api.LocalServer;
import io.coffer.systemtests.api.Vaults;
import java.io.IOException;
import java.util.List;

/** A server is backed up. */
final class TakenBackup implements Scene {

  private final Stage stage;
  private final LocalServer server;
  private final String vault;
  private final List<byte[]> contents;
  private String checkpoint;

  TakenBackup(Stage stage) throws IOException {
    this.stage = stage;
    server = stage.server();
    contents = server.contents();
    vault = stage.vaults().create(stage.name(), server.id());
  }

  @Override
  public void play() {
    checkpoint =
        stage
            .client()
            .patiently("POST", "/checkpoints", Vaults.checkpoint(vault))
            .expect(200)
            .at("/checkpoint/id")
            .asText();
  }

  @Override
  public String vault() {
    return vault;
  }

  @Override
  public void ended() {}

  @Override
  public List<Kept> kept() {
    return List.of(new Kept(stage.vaults().backup(checkpoint, server.id()), server, contents));
  }
}
