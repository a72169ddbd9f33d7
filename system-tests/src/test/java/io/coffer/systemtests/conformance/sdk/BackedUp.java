package io.coffer.systemtests.conformance.sdk;

import com.fasterxml.jackson.databind.JsonNode;
import com.huaweicloud.sdk.cbr.v1.model.BackupResp;
import com.huaweicloud.sdk.cbr.v1.model.CheckpointParam;
import com.huaweicloud.sdk.cbr.v1.model.ListBackupsRequest;
import com.huaweicloud.sdk.cbr.v1.model.OperationLog;
import com.huaweicloud.sdk.cbr.v1.model.ShowOpLogRequest;
import io.coffer.systemtests.api.LocalServer;
import io.coffer.systemtests.api.Noise;
import io.coffer.systemtests.api.Vaults;
import java.util.List;

/** A server with two disks, the vault it is in, and a restore point of it that is complete. */
record BackedUp(Sdk sdk, LocalServer server, String vault, String checkpoint) {

  static final String VAULT = "backed up";
  static final String SERVER = "busy";

  private static final int MEGABYTE = 1 << 20;

  static BackedUp make(Sdk sdk) throws Exception {
    Noise noise = new Noise();
    LocalServer server =
        LocalServer.create(
            sdk.stack(),
            sdk.project(),
            SERVER,
            List.of(noise.bytes(3 * MEGABYTE), noise.bytes(MEGABYTE + 1)));
    String vault =
        sdk.client()
            .createVault(Requests.create(Requests.vault(VAULT, server.id())))
            .getVault()
            .getId();
    BackedUp made = new BackedUp(sdk, server, vault, null);
    return new BackedUp(
        sdk,
        server,
        vault,
        made.backUp(new CheckpointParam().withName("first").withDescription("d")));
  }

  /** Makes one more restore point and waits until it is complete; returns its id. */
  String backUp(CheckpointParam parameters) {
    String point =
        sdk.client().createCheckpoint(Requests.backUp(vault, parameters)).getCheckpoint().getId();
    Vaults vaults = new Vaults(sdk.project());
    vaults.tasksOf(point).forEach(vaults::succeeded);
    return point;
  }

  /** The only backup of a restore point. */
  BackupResp backup(String point) {
    List<BackupResp> found =
        sdk.client().listBackups(new ListBackupsRequest().withCheckpointId(point)).getBackups();
    if (found.size() != 1) {
      throw new AssertionError(found.toString());
    }
    return found.get(0);
  }

  /** A task once it has succeeded. */
  OperationLog succeeded(String task) {
    JsonNode log = new Vaults(sdk.project()).succeeded(task);
    return sdk.client()
        .showOpLog(new ShowOpLogRequest().withOperationLogId(log.path("id").asText()))
        .getOperationLog();
  }
}
