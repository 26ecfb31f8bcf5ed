package io.kehu.platform.record;

import java.util.List;
import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * Names the records that a client reads with one request.
 *
 * @param ids their ids
 * @param externalIds their ids in other systems
 */
public record BatchRequest(@Size(max = BatchRequest.MOST) List<@NotNull UUID> ids,
		@Size(max = BatchRequest.MOST) List<@NotNull @Valid ExternalId> externalIds) {

	/** The maximum number of records of each kind of id. */
	static final int MOST = 200;

	public BatchRequest {
		ids = (ids != null) ? ids : List.of();
		externalIds = (externalIds != null) ? externalIds : List.of();
	}

}
