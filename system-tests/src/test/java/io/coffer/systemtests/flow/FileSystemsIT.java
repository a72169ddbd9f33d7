package io.coffer.systemtests.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.coffer.contracts.Json;
import io.coffer.systemtests.api.LocalServer;
import io.coffer.systemtests.api.LocalTurbo;
import io.coffer.systemtests.api.Project;
import io.coffer.systemtests.api.Reply;
import io.coffer.systemtests.api.Vaults;
import io.coffer.systemtests.stack.RunningStack;
import io.coffer.systemtests.stack.WholeStack;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Vaults of what is neither a server nor a disk. */
@ExtendWith(WholeStack.class)
class FileSystemsIT {

  private RunningStack stack;
  private Project project;
  private Vaults vaults;

  @BeforeEach
  void sign(RunningStack stack) {
    this.stack = stack;
    project = Project.of(stack, "region-1");
    vaults = new Vaults(project);
  }

  @Test
  void comeBackInPlaceAndOntoAnother() throws Exception {
    LocalTurbo turbo = LocalTurbo.create(stack, project, "share");
    Path file = Files.writeString(turbo.files().resolve("file"), "content");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
    Files.createDirectory(turbo.files().resolve("folder"));
    Files.createSymbolicLink(turbo.files().resolve("folder/link"), Path.of("../file"));
    String vault = make("turbo", turbo.id(), "OS::Sfs::Turbo").expect(200).at("/vault/id").asText();
    String backup = vaults.backup(vaults.backedUp(vault), turbo.id());
    assertThat(project.get("/backups/" + backup).expect(200).at("/backup/children")).isEmpty();

    Files.writeString(file, "changed");
    Files.writeString(turbo.files().resolve("later"), "goes");
    Files.delete(turbo.files().resolve("folder/link"));
    LocalTurbo other = LocalTurbo.create(stack, project, "other");
    for (LocalTurbo target : List.of(turbo, other)) {
      ObjectNode restore = Json.MAPPER.createObjectNode();
      restore.putObject("restore").put("resource_id", target.id());
      vaults.succeeded(
          project
              .post("/backups/" + backup + "/restore", restore)
              .expect(202)
              .path("job_id")
              .asText());
      assertThat(target.files().resolve("file")).hasContent("content");
      assertThat(Files.getPosixFilePermissions(target.files().resolve("file")))
          .isEqualTo(PosixFilePermissions.fromString("rw-r-----"));
      assertThat(Files.readSymbolicLink(target.files().resolve("folder/link")))
          .isEqualTo(Path.of("../file"));
      assertThat(target.files().resolve("later")).doesNotExist();
    }
  }

  @Test
  void areRefusedByVaultsOfAnotherTypeWithBothTypesNamed() throws Exception {
    LocalTurbo turbo = LocalTurbo.create(stack, project, "refused");
    for (String objectType : List.of("server", "disk", "workspace", "vmware", "rds", "file")) {
      Reply refused = make(objectType, turbo.id(), "OS::Sfs::Turbo");
      assertThat(refused.errorCode()).as(objectType).isEqualTo("BackupService.6102");
      assertThat(refused.body()).contains("OS::Sfs::Turbo", objectType);
      make(objectType, null, null).expect(200);
    }
  }

  @Test
  void desktopsGoByTwoNames() throws Exception {
    LocalServer desktop = LocalServer.desktop(stack, project, "desk", List.of("desk".getBytes()));
    List<byte[]> before = desktop.contents();
    String vault =
        make("workspace", desktop.id(), "OS::Workspace::Desktop")
            .expect(200)
            .at("/vault/id")
            .asText();
    assertThat(project.get("/vaults/" + vault).expect(200).at("/vault/resources/0/type").asText())
        .isEqualTo("OS::Workspace::DesktopV2");
    String backup = vaults.backup(vaults.backedUp(vault), desktop.id());
    Files.writeString(desktop.disks().get(0), "else");
    vaults.succeeded(vaults.restore(backup, desktop.id()));
    assertThat(desktop.contents()).containsExactlyElementsOf(before);
    assertThat(make("server", desktop.id(), "OS::Workspace::DesktopV2").errorCode())
        .isEqualTo("BackupService.6102");
  }

  private Reply make(String objectType, String resource, String type) {
    ObjectNode request = Vaults.request("vault of " + objectType);
    request.withObject("/vault/billing").put("object_type", objectType);
    if (resource != null) {
      request.withArray("/vault/resources").addObject().put("id", resource).put("type", type);
    }
    return project.post("/vaults", request);
  }
}
