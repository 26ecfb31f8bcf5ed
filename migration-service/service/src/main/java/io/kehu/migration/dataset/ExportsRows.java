package io.kehu.migration.dataset;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import io.kehu.platform.web.Streamed;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;

/**
 * Describes an operation that streams rows as CSV or newline-delimited JSON.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Streamed
@ApiResponse(responseCode = "200", description = "The rows, streamed",
		content = { @Content(mediaType = "text/csv", schema = @Schema(type = "string")),
				@Content(mediaType = "application/x-ndjson", schema = @Schema(type = "object")) })
public @interface ExportsRows {

}
