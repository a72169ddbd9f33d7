package io.coffer.contracts.dbom;

import io.coffer.contracts.Command;
import io.coffer.contracts.WireName;
import io.coffer.contracts.secret.SealedSecret;
import java.util.List;
import java.util.UUID;

/** What may be asked of database O&amp;M instances, in their project. */
public sealed interface InstanceCommand extends Command {

  /** Starts an instance that is stopped. */
  @WireName("coffer.dbom.start.v1")
  record StartInstance(UUID instanceId) implements InstanceCommand {}

  /** Stops an instance that runs. */
  @WireName("coffer.dbom.stop.v1")
  record StopInstance(UUID instanceId) implements InstanceCommand {}

  /** Stops an instance that runs and starts it again. */
  @WireName("coffer.dbom.reboot.v1")
  record RebootInstance(UUID instanceId) implements InstanceCommand {}

  /** Deletes an instance that nothing is being done with. */
  @WireName("coffer.dbom.delete.v1")
  record DeleteInstance(UUID instanceId) implements InstanceCommand {}

  /** Gives an instance another name. */
  @WireName("coffer.dbom.rename.v1")
  record RenameInstance(UUID instanceId, String newName) implements InstanceCommand {}

  /** Sets the password of a user of the instance. */
  @WireName("coffer.dbom.reset-password.v1")
  record ResetInstancePassword(UUID instanceId, String userName, SealedSecret newPassword)
      implements InstanceCommand {}

  /** Puts an instance into these security groups and no others. */
  @WireName("coffer.dbom.change-security-group.v1")
  record ChangeSecurityGroup(UUID instanceId, List<String> securityGroupIds)
      implements InstanceCommand {}

  /** Binds an elastic address to an instance that has none. */
  @WireName("coffer.dbom.bind-eip.v1")
  record BindEip(UUID instanceId, String eip, String eipId) implements InstanceCommand {}

  /** Takes the elastic address off an instance. */
  @WireName("coffer.dbom.unbind-eip.v1")
  record UnbindEip(UUID instanceId) implements InstanceCommand {}

  /** The instance that is asked for something. */
  UUID instanceId();
}
