package io.kehu.customer.customer;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.kehu.customer.figures.OrderFigures;
import io.kehu.platform.record.ExternalId;
import io.kehu.platform.record.RecordView;
import org.jspecify.annotations.Nullable;

/**
 * A customer as clients and partners see it; events carry it without the order figures.
 *
 * @param deletedAt when it was deleted, left out while it is there
 * @param mergedInto the customer that it was merged into, left out when it was not
 * @param orderFigures what it has ordered, left out in events
 */
public record CustomerView(UUID id, long version, CustomerKind kind, String name, @Nullable String givenName,
		@Nullable String familyName, CustomerStatus status, List<EmailAddress> emails, List<PhoneNumber> phones,
		List<PostalAddress> addresses, @Nullable LocalDate birthDate, @Nullable String taxNumber, List<String> tags,
		Map<String, Object> customFields, List<ExternalId> externalIds, @Nullable UUID parentId, @Nullable UUID ownerId,
		@Nullable UUID teamId, Instant createdAt, Instant updatedAt,
		@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Instant deletedAt,
		@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable UUID mergedInto,
		@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable OrderFigures orderFigures) implements RecordView {

	/** The same with the figures. */
	CustomerView with(OrderFigures figures) {
		return new CustomerView(this.id, this.version, this.kind, this.name, this.givenName, this.familyName,
				this.status, this.emails, this.phones, this.addresses, this.birthDate, this.taxNumber, this.tags,
				this.customFields, this.externalIds, this.parentId, this.ownerId, this.teamId, this.createdAt,
				this.updatedAt, this.deletedAt, this.mergedInto, figures);
	}

}
