package io.kehu.migration.dataset;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.kehu.migration.intake.ReadingReport;
import org.jspecify.annotations.Nullable;

/**
 * A data set as clients see it.
 *
 * @param id the id
 * @param version a number that increases with each change
 * @param name the name
 * @param origin the origin of the rows
 * @param status the status
 * @param parentId the data set that it was made from
 * @param jobId the job that made it
 * @param columns the columns
 * @param rows the number of rows
 * @param source what was detected about the file
 * @param reading how many lines were read, and why others were not
 * @param error the reason why there are no rows
 * @param approvedBy the name of the caller who approved it
 * @param approvedAt when
 * @param createdBy the name of the caller who created it
 * @param createdAt when
 * @param updatedAt the time of the latest change
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DataSetView(UUID id, long version, String name, DataSetOrigin origin, DataSetStatus status,
		@Nullable UUID parentId, @Nullable UUID jobId, List<String> columns, long rows, @Nullable Detection source,
		@Nullable ReadingReport reading, @Nullable String error, @Nullable String approvedBy,
		@Nullable Instant approvedAt, String createdBy, Instant createdAt, Instant updatedAt) {
}
