package io.kehu.migration.upload;

import java.time.Instant;
import java.util.UUID;

/**
 * An upload as clients see it.
 *
 * @param id the id
 * @param name the name of the file
 * @param length the size of the file in bytes
 * @param offset the number of bytes received, which is the offset of the next piece
 * @param complete whether the upload is complete
 * @param createdBy the name of the caller who created it
 * @param createdAt the time of creation
 */
public record UploadView(UUID id, String name, long length, long offset, boolean complete, String createdBy,
		Instant createdAt) {
}
