package io.kehu.migration.mapping;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A stored mapping as clients see it.
 *
 * @param id the id
 * @param version a number that increases with each change
 * @param name the name
 * @param connectionId the connection to its source
 * @param mapping the mapping
 * @param unmapped columns and tables of the source that nothing maps or ignores, as of
 * the latest change
 * @param createdBy the name of the caller who created it
 * @param createdAt when
 * @param updatedAt the time of the latest change
 */
public record MappingView(UUID id, long version, String name, UUID connectionId, CrmMapping mapping,
		List<String> unmapped, String createdBy, Instant createdAt, Instant updatedAt) {

	MappingDetails details() {
		return new MappingDetails(this.name, this.connectionId, this.mapping);
	}

}
