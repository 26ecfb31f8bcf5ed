package io.kehu.migration.upload;

import java.io.IOException;
import java.net.URI;
import java.util.UUID;

import io.kehu.migration.staging.UploadProgress;
import io.kehu.platform.problem.ProblemException;
import io.kehu.platform.query.Page;
import io.kehu.platform.web.Streamed;
import io.swagger.v3.oas.annotations.Hidden;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;

import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;

/**
 * The REST API for resumable uploads, which are sent in pieces, each with its offset.
 */
@RestController
@RequestMapping(UploadController.PATH)
class UploadController {

	static final String PATH = "/api/v1/migrations/uploads";

	static final String PIECE = "application/offset+octet-stream";

	private static final String OFFSET = "Upload-Offset";

	private static final String LENGTH = "Upload-Length";

	private final FileUploads uploads;

	UploadController(FileUploads uploads) {
		this.uploads = uploads;
	}

	@Operation(summary = "Create an upload, to send a file in pieces")
	@PostMapping
	@ApiResponse(responseCode = "201", description = "Created", useReturnTypeSchema = true,
			headers = @Header(name = OFFSET, required = true, description = "The number of bytes received",
					schema = @Schema(type = "integer", format = "int64")))
	@PreAuthorize("hasAuthority('migration:write')")
	ResponseEntity<UploadView> announce(
			@Valid @org.springframework.web.bind.annotation.RequestBody NewUpload announced) {
		UploadView upload = this.uploads.announce(announced);
		return ResponseEntity.created(URI.create(PATH + "/" + upload.id())).header(OFFSET, "0").body(upload);
	}

	@Operation(summary = "List uploads")
	@GetMapping
	@PreAuthorize("hasAuthority('migration:read')")
	Page<UploadView> list() {
		return Page.whole(this.uploads.list());
	}

	@Operation(summary = "Get the progress of an upload")
	@GetMapping("/{id}")
	@PreAuthorize("hasAuthority('migration:read')")
	@ApiResponse(responseCode = "200", useReturnTypeSchema = true,
			headers = {
					@Header(name = OFFSET, required = true, description = "The number of bytes received",
							schema = @Schema(type = "integer", format = "int64")),
					@Header(name = LENGTH, required = true, description = "The number of bytes of the file",
							schema = @Schema(type = "integer", format = "int64")) })
	ResponseEntity<UploadView> get(@PathVariable UUID id) {
		UploadView upload = this.uploads.get(id);
		return ResponseEntity.ok()
			.header(OFFSET, Long.toString(upload.offset()))
			.header(LENGTH, Long.toString(upload.length()))
			.header("Cache-Control", "no-store")
			.body(upload);
	}

	@Operation(summary = "Get the progress of an upload in headers")
	@Hidden
	@RequestMapping(path = "/{id}", method = RequestMethod.HEAD)
	@PreAuthorize("hasAuthority('migration:read')")
	ResponseEntity<Void> head(@PathVariable UUID id) {
		return ResponseEntity.ok().headers(get(id).getHeaders()).build();
	}

	@Operation(summary = "Send the next piece of a file")
	@PatchMapping(path = "/{id}", consumes = PIECE)
	@Streamed
	@PreAuthorize("hasAuthority('migration:write')")
	@RequestBody(content = @Content(mediaType = PIECE, schema = @Schema(type = "string", format = "binary")))
	@ApiResponse(responseCode = "204",
			headers = {
					@Header(name = OFFSET, required = true, description = "The number of bytes received",
							schema = @Schema(type = "integer", format = "int64")),
					@Header(name = LENGTH, required = true, description = "The number of bytes of the file",
							schema = @Schema(type = "integer", format = "int64")) })
	@ApiResponse(responseCode = "423")
	ResponseEntity<Void> appendPiece(@PathVariable UUID id, @RequestHeader(OFFSET) long offset,
			HttpServletRequest request) throws IOException {
		if (offset < 0) {
			throw ProblemException.invalidParameter(OFFSET, "out_of_range", "must not be negative");
		}
		UploadProgress progress = this.uploads.append(id, offset, request.getInputStream());
		return ResponseEntity.noContent()
			.header(OFFSET, Long.toString(progress.received()))
			.header(LENGTH, Long.toString(progress.length()))
			.build();
	}

	@Operation(summary = "Delete an upload")
	@DeleteMapping("/{id}")
	@PreAuthorize("hasAuthority('migration:write')")
	ResponseEntity<Void> delete(@PathVariable UUID id) {
		this.uploads.get(id);
		this.uploads.delete(id);
		return ResponseEntity.noContent().build();
	}

}
