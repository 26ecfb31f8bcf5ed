package io.kehu.example.venue;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.kehu.platform.access.Owned;
import io.kehu.platform.access.Ownership;
import io.kehu.platform.record.ExternalId;
import io.kehu.platform.record.KeyedDetails;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * The client-writable fields of a venue: the body of a create, an upsert or a bulk line,
 * and the target of a merge patch.
 *
 * @param code a short code, unique
 */
record VenueDetails(@NotNull @Pattern(regexp = "[A-Z0-9-]{2,60}") String code, @NotBlank @Size(max = 200) String name,
		@Min(1) @Max(100_000) int seats, @Size(max = 20) List<@NotNull @Valid ExternalId> externalIds,
		@JsonUnwrapped Ownership ownership) implements KeyedDetails<VenueDetails>, Owned<VenueDetails> {

	VenueDetails {
		externalIds = (externalIds != null) ? externalIds : List.of();
		ownership = Ownership.orNone(ownership);
	}

	@Override
	public VenueDetails with(List<ExternalId> all) {
		return new VenueDetails(this.code, this.name, this.seats, all, this.ownership);
	}

	@Override
	public VenueDetails ownedBy(Ownership other) {
		return new VenueDetails(this.code, this.name, this.seats, this.externalIds, other);
	}

}
