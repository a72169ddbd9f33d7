package io.coffer.billing.dbom.login;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** The login of an instance. It is no fold: passwords ride in no event. */
@Entity
@Table(schema = "plumbing", name = "dbom_login")
class LoginRow {

  @Id UUID instanceId;
  String userName;
  String sealed;
  String passwordHash;
  UUID broughtBy;
  Instant keptAt;
}
