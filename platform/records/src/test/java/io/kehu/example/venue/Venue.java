package io.kehu.example.venue;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;

import io.kehu.platform.access.Guarded;
import io.kehu.platform.access.Ownership;
import io.kehu.platform.record.DetailedRecord;
import io.kehu.platform.record.ExternalId;
import io.kehu.platform.record.Keyed;
import io.kehu.platform.record.RecordEvent;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.JoinColumn;
import org.jspecify.annotations.Nullable;

/**
 * A place where customers meet.
 */
@Entity
@Guarded(table = "venue", read = "venue:read", write = "venue:write", delete = "venue:delete")
class Venue extends DetailedRecord<VenueDetails, VenueView> implements Keyed {

	static final RecordEvent CLOSED = RecordEvent.of("closed");

	private String code;

	private String name;

	private int seats;

	private boolean open;

	@Embedded
	private @Nullable Ownership ownership;

	@ElementCollection
	@CollectionTable(name = "venue_external_id", joinColumns = @JoinColumn(name = "venue_id"))
	private Set<ExternalId> externalIds = new HashSet<>();

	/** For JPA. */
	@SuppressWarnings("NullAway.Init")
	protected Venue() {
	}

	@SuppressWarnings("NullAway.Init")
	Venue(VenueDetails details, Instant now) {
		super(now);
		this.open = true;
		apply(details);
	}

	/** Closes the venue; has no effect if it is closed already. */
	@Nullable RecordEvent close(Instant now) {
		if (!this.open) {
			return null;
		}
		this.open = false;
		changed(now);
		return CLOSED;
	}

	@Override
	protected void apply(VenueDetails details) {
		this.code = details.code();
		this.name = details.name();
		this.seats = details.seats();
		this.ownership = details.ownership();
		ExternalId.replace(this.externalIds, details.externalIds());
	}

	@Override
	public VenueDetails details() {
		return new VenueDetails(this.code, this.name, this.seats, ExternalId.sorted(this.externalIds),
				Ownership.orNone(this.ownership));
	}

	@Override
	public VenueView view() {
		return new VenueView(id(), version(), details(), this.open, createdAt(), updatedAt(), deletedAt());
	}

}
