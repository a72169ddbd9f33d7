package io.coffer.vault.subscription;

import io.coffer.contracts.notice.Notice;
import io.coffer.owner.column.JsonColumn;
import jakarta.persistence.Converter;
import org.hibernate.annotations.Immutable;

/** A notice as it was given. */
@Converter
@Immutable
public class NoticeColumn extends JsonColumn<Notice> {

  public NoticeColumn() {
    super(Notice.class);
  }
}
