package io.coffer.systemtests.conformance.sdk;

import com.huaweicloud.sdk.cbr.v1.model.BackupRestore;
import com.huaweicloud.sdk.cbr.v1.model.BackupRestoreReq;
import com.huaweicloud.sdk.cbr.v1.model.BillingCreate;
import com.huaweicloud.sdk.cbr.v1.model.CheckpointParam;
import com.huaweicloud.sdk.cbr.v1.model.CreateCheckpointRequest;
import com.huaweicloud.sdk.cbr.v1.model.CreateVaultRequest;
import com.huaweicloud.sdk.cbr.v1.model.ResourceCreate;
import com.huaweicloud.sdk.cbr.v1.model.RestoreBackupRequest;
import com.huaweicloud.sdk.cbr.v1.model.UpdateVaultRequest;
import com.huaweicloud.sdk.cbr.v1.model.VaultBackup;
import com.huaweicloud.sdk.cbr.v1.model.VaultBackupReq;
import com.huaweicloud.sdk.cbr.v1.model.VaultCreate;
import com.huaweicloud.sdk.cbr.v1.model.VaultCreateReq;
import com.huaweicloud.sdk.cbr.v1.model.VaultUpdate;
import com.huaweicloud.sdk.cbr.v1.model.VaultUpdateReq;
import java.util.Arrays;
import java.util.List;

/** Requests of the vendor's client with what every call of them needs. */
final class Requests {

  static final String SERVER = "OS::Nova::Server";
  static final String DISK = "OS::Cinder::Volume";

  private Requests() {}

  /** A vault of servers with nothing but what is mandatory. */
  static VaultCreate vault(String name, String... servers) {
    return new VaultCreate()
        .withName(name)
        .withBilling(billing(BillingCreate.ObjectTypeEnum.SERVER))
        .withResources(resources(SERVER, servers));
  }

  static BillingCreate billing(BillingCreate.ObjectTypeEnum type) {
    return new BillingCreate()
        .withConsistentLevel(BillingCreate.ConsistentLevelEnum.CRASH_CONSISTENT)
        .withObjectType(type)
        .withProtectType(BillingCreate.ProtectTypeEnum.BACKUP)
        .withSize(100);
  }

  static List<ResourceCreate> resources(String type, String... ids) {
    return Arrays.stream(ids).map(id -> new ResourceCreate().withId(id).withType(type)).toList();
  }

  static CreateVaultRequest create(VaultCreate vault) {
    return new CreateVaultRequest().withBody(new VaultCreateReq().withVault(vault));
  }

  static UpdateVaultRequest update(String vault, VaultUpdate change) {
    return new UpdateVaultRequest()
        .withVaultId(vault)
        .withBody(new VaultUpdateReq().withVault(change));
  }

  static CreateCheckpointRequest backUp(String vault, CheckpointParam parameters) {
    return new CreateCheckpointRequest()
        .withBody(
            new VaultBackupReq()
                .withCheckpoint(new VaultBackup().withVaultId(vault).withParameters(parameters)));
  }

  static RestoreBackupRequest restore(String backup, BackupRestore restore) {
    return new RestoreBackupRequest()
        .withBackupId(backup)
        .withBody(new BackupRestoreReq().withRestore(restore));
  }
}
