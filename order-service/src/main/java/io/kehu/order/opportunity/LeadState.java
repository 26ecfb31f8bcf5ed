package io.kehu.order.opportunity;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.kehu.platform.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a lead that opportunities need, as read from events.
 *
 * @param conversion its last conversion, or null
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record LeadState(@Nullable UUID ownerId, @Nullable UUID teamId, @Nullable Conversion conversion) {

	/** Returns the conversion that asks for an opportunity, or null. */
	@Nullable Conversion wanted() {
		Conversion last = this.conversion;
		return (last != null && last.undoneAt() == null && last.opportunity() != null) ? last : null;
	}

	/**
	 * A conversion of a lead.
	 *
	 * @param undoneAt when it was undone, or null
	 * @param opportunity the opportunity to open, or null for none
	 */
	@JsonIgnoreProperties(ignoreUnknown = true)
	record Conversion(UUID customerId, @Nullable UUID contactId, @Nullable Instant undoneAt,
			@Nullable Wanted opportunity) {
	}

	/**
	 * An opportunity to open.
	 *
	 * @param id the id that it is to have
	 */
	@JsonIgnoreProperties(ignoreUnknown = true)
	record Wanted(UUID id, String name, @Nullable Money amount, @Nullable LocalDate expectedCloseOn) {
	}

}
