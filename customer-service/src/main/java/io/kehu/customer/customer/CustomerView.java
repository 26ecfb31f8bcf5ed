package io.kehu.customer.customer;

import java.time.Instant;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.kehu.customer.figures.OrderFigures;
import io.kehu.platform.json.ComesFromElsewhere;
import io.kehu.platform.record.RecordView;
import org.jspecify.annotations.Nullable;

/**
 * A customer as clients and subscribers see it.
 *
 * @param details its client-writable fields, on the same level as the others in JSON
 * @param deletedAt when it was deleted, absent while it exists
 * @param mergedInto the customer that it was merged into, absent if it was not
 * @param orderFigures its order figures, absent in events
 */
public record CustomerView(UUID id, long version, @JsonUnwrapped CustomerDetails details, Instant createdAt,
		Instant updatedAt, @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Instant deletedAt,
		@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable UUID mergedInto,
		@ComesFromElsewhere @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable OrderFigures orderFigures)
		implements
			RecordView {

	@Override
	public String tag() {
		OrderFigures figures = this.orderFigures;
		return (figures == null || figures.equals(OrderFigures.NONE)) ? Long.toString(this.version)
				: this.version + "-" + figures.tag();
	}

	/** Returns a copy with order figures. */
	CustomerView with(OrderFigures figures) {
		return new CustomerView(this.id, this.version, this.details, this.createdAt, this.updatedAt, this.deletedAt,
				this.mergedInto, figures);
	}

}
