package io.kehu.migration.dataset;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.kehu.migration.intake.ReadingReport;
import org.jspecify.annotations.Nullable;

/**
 * A data set as the outside sees it.
 *
 * @param id its id
 * @param version goes up with each change
 * @param name what people call it
 * @param origin where its rows are from
 * @param status whether they are there
 * @param parentId the data set that it was made of
 * @param jobId the job that made it
 * @param columns its columns
 * @param rows how many rows it has
 * @param source what was found out about the file
 * @param reading which lines gave rows, and which did not and why
 * @param error why there are no rows
 * @param approvedBy who accepted it as the clean set
 * @param approvedAt when
 * @param createdBy who brought or made it
 * @param createdAt when
 * @param updatedAt when it was changed last
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DataSetView(UUID id, long version, String name, DataSetOrigin origin, DataSetStatus status,
		@Nullable UUID parentId, @Nullable UUID jobId, List<String> columns, long rows, @Nullable Detection source,
		@Nullable ReadingReport reading, @Nullable String error, @Nullable String approvedBy,
		@Nullable Instant approvedAt, String createdBy, Instant createdAt, Instant updatedAt) {
}
