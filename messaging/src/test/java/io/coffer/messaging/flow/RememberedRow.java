package io.coffer.messaging.flow;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

@Entity
@Table(name = "remembered", schema = "store")
public class RememberedRow {
  @Id UUID id;

  @Column String project;

  @Column public String name;

  @Column long seq;
}
