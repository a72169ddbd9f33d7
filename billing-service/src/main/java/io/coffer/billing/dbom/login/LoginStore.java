package io.coffer.billing.dbom.login;

import io.coffer.contracts.secret.SealedSecret;
import io.coffer.messaging.envelope.Envelope;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Where new passwords wait, sealed, until they are set. */
@ApplicationScoped
public class LoginStore implements PanacheRepositoryBase<LoginRow, UUID> {

  /** Has the password set once there is such an instance, in place of one that waits for it. */
  public Uni<Void> keep(UUID instanceId, String userName, SealedSecret password, Envelope command) {
    return findById(instanceId)
        .chain(
            row -> {
              LoginRow kept = row == null ? new LoginRow() : row;
              kept.instanceId = instanceId;
              kept.userName = userName;
              kept.sealed = password.sealed();
              kept.broughtBy = command.id();
              kept.keptAt = command.time();
              return row == null ? persist(kept).replaceWithVoid() : Uni.createFrom().voidItem();
            });
  }

  /** Forgets the login, set or not. */
  public Uni<Void> forget(UUID instanceId) {
    return deleteById(instanceId).replaceWithVoid();
  }
}
