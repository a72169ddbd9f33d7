package io.coffer.billing.dbom;

import io.coffer.billing.dbom.login.LoginStore;
import io.coffer.contracts.dbom.InstanceEvent.InstanceChanged;
import io.coffer.contracts.dbom.InstanceEvent.InstanceCreated;
import io.coffer.contracts.dbom.InstanceEvent.InstanceDeleted;
import io.coffer.contracts.dbom.InstanceEvent.InstanceFrozen;
import io.coffer.contracts.dbom.InstanceEvent.InstanceStatusChanged;
import io.coffer.contracts.dbom.InstanceEvent.InstanceThawed;
import io.coffer.owner.fold.EventTable;
import io.coffer.owner.fold.NounFold;
import jakarta.enterprise.context.ApplicationScoped;

/** The instances as a fold of their events. With an instance its login goes. */
@ApplicationScoped
class InstanceFold implements NounFold {

  private final InstanceStore instances;
  private final LoginStore logins;

  InstanceFold(InstanceStore instances, LoginStore logins) {
    this.instances = instances;
    this.logins = logins;
  }

  @Override
  public void enter(EventTable table) {
    table.inProject(InstanceCreated.class, instances::created);
    table.inProject(InstanceStatusChanged.class, instances::statusChanged);
    table.inProject(InstanceChanged.class, instances::changed);
    table.inProject(InstanceFrozen.class, instances::frozen);
    table.inProject(InstanceThawed.class, instances::thawed);
    table.on(
        InstanceDeleted.class,
        (event, envelope) ->
            instances
                .deleted(event, envelope.project())
                .chain(() -> logins.forget(event.instanceId())));
  }
}
