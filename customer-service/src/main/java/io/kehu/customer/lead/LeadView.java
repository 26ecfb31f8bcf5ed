package io.kehu.customer.lead;

import java.time.Instant;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.kehu.platform.json.ComesFromElsewhere;
import io.kehu.platform.record.RecordView;
import org.jspecify.annotations.Nullable;

/**
 * A lead as clients and subscribers see it.
 *
 * @param details its client-writable fields, on the same level as the others in JSON
 * @param lostReason why it was lost, or null
 * @param conversion its last conversion, even if it was undone, or null
 * @param deletedAt when it was deleted, absent while it exists
 * @param score the chance in percent that it becomes a customer; absent in events, and as
 * long as there is too little data
 */
record LeadView(UUID id, long version, LeadStatus status, @JsonUnwrapped LeadDetails details,
		@Nullable String lostReason, @Nullable LeadConversion conversion, Instant createdAt, Instant updatedAt,
		@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Instant deletedAt,
		@ComesFromElsewhere @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Integer score) implements RecordView {

	@Override
	public String tag() {
		return (this.score != null) ? this.version + "-" + this.score : Long.toString(this.version);
	}

	/** Returns a copy with a score. */
	LeadView with(@Nullable Integer value) {
		return new LeadView(this.id, this.version, this.status, this.details, this.lostReason, this.conversion,
				this.createdAt, this.updatedAt, this.deletedAt, value);
	}

}
