package io.kehu.customer.segment;

import java.time.Instant;

import io.kehu.platform.record.DetailedRecord;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import org.jspecify.annotations.Nullable;

/**
 * A segment of customers.
 */
@Entity
class CustomerSegment extends DetailedRecord<SegmentDetails, SegmentView> {

	private String name;

	private @Nullable String description;

	@Enumerated(EnumType.STRING)
	private SegmentKind kind;

	private @Nullable String filter;

	/** For JPA. */
	@SuppressWarnings("NullAway.Init")
	protected CustomerSegment() {
	}

	@SuppressWarnings("NullAway.Init")
	CustomerSegment(SegmentDetails details, Instant now) {
		super(now);
		apply(details);
	}

	@Override
	protected void apply(SegmentDetails details) {
		this.name = details.name();
		this.description = details.description();
		this.kind = details.kind();
		this.filter = details.filter();
	}

	@Override
	public SegmentDetails details() {
		return new SegmentDetails(this.name, this.description, this.kind, this.filter);
	}

	@Override
	public SegmentView view() {
		return new SegmentView(id(), version(), details(), createdAt(), updatedAt(), deletedAt());
	}

}
