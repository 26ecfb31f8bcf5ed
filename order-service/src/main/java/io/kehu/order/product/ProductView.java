package io.kehu.order.product;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.kehu.platform.money.Money;
import io.kehu.platform.record.ExternalId;
import io.kehu.platform.record.RecordView;
import org.jspecify.annotations.Nullable;

/**
 * A product as clients and subscribers see it.
 *
 * @param deletedAt when it was deleted, absent while it exists
 */
record ProductView(UUID id, long version, String sku, String name, Money price, boolean active,
		@Nullable UUID categoryId, @Nullable UUID taxClassId, List<ExternalId> externalIds, Instant createdAt,
		Instant updatedAt,
		@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Instant deletedAt) implements RecordView {
}
