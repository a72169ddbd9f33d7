package io.coffer.systemtests.faults.scene;

import static org.assertj.core.api.Assertions.assertThat;

import io.coffer.systemtests.api.LocalServer;
import java.io.IOException;
import java.util.List;

/** A vault with a backup in it is deleted. */
final class DeletedVault implements Scene {

  private final Stage stage;
  private final String vault;

  DeletedVault(Stage stage) throws IOException {
    this.stage = stage;
    LocalServer server = stage.server();
    vault = stage.vaults().create(stage.name(), server.id());
    stage.vaults().backedUp(vault);
  }

  @Override
  public void play() {
    stage.client().patiently("DELETE", "/vaults/" + vault, null).expect(204);
  }

  @Override
  public String vault() {
    return vault;
  }

  @Override
  public void ended() {
    stage.project().get("/vaults/" + vault).expect(404);
    assertThat(stage.stack().home().resolve("repositories").resolve(vault)).doesNotExist();
    assertThat(stage.vaults().tasksOfVault(vault))
        .as("operation logs that outlive their vault")
        .hasSizeGreaterThanOrEqualTo(2);
  }

  @Override
  public List<Kept> kept() {
    return List.of();
  }
}
