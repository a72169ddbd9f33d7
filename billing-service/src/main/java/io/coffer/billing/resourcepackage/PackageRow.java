package io.coffer.billing.resourcepackage;

import io.coffer.owner.column.TextList;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A resource package that was bought. */
@Entity
@Table(schema = "store", name = "resource_package")
class PackageRow {

  @Id UUID id;

  String project;

  String orderId;

  String specCode;

  int num;

  int volumeGb;

  @Convert(converter = TextList.class)
  List<String> covers;

  Instant validFrom;

  Instant validUntil;

  PackageTerm term() {
    return new PackageTerm(id, specCode, num * volumeGb, covers, validFrom, validUntil);
  }
}
