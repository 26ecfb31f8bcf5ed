package io.kehu.migration.dataset;

import java.io.IOException;
import java.util.List;
import java.util.UUID;

import io.kehu.platform.problem.ProblemException;
import io.kehu.platform.query.ListRequest;
import io.kehu.platform.query.Listing;
import io.kehu.platform.query.Page;
import io.kehu.platform.query.RecordList;
import io.kehu.platform.web.Preconditions;
import io.kehu.platform.web.RecordAnswers;
import io.kehu.platform.web.Streamed;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * The REST API for data sets.
 */
@RestController
@RequestMapping("/api/v1/migrations")
class DataSetController implements Listing {

	static final String PATH = "/api/v1/migrations/data-sets";

	private static final int LONGEST_NAME = 255;

	private final DataSets sets;

	private final FileImport files;

	private final RowPages pages;

	private final RowExport export;

	DataSetController(DataSets sets, FileImport files, RowPages pages, RowExport export) {
		this.sets = sets;
		this.files = files;
		this.pages = pages;
		this.export = export;
	}

	@Override
	public RecordList<?> listed() {
		return this.sets.list();
	}

	@Operation(summary = "Read an uploaded file into a data set")
	@PostMapping("/data-sets")
	@ApiResponse(responseCode = "201", description = "Created")
	@PreAuthorize("hasAuthority('migration:write')")
	ResponseEntity<DataSetView> read(@Valid @RequestBody NewDataSet wanted) throws IOException {
		return created(this.files.read(wanted));
	}

	@Operation(summary = "Upload a file and read it into a data set in one request")
	@PostMapping(path = "/data-sets/files", consumes = MediaType.ALL_VALUE)
	@Streamed
	@ApiResponse(responseCode = "201", description = "Created")
	@PreAuthorize("hasAuthority('migration:write')")
	@io.swagger.v3.oas.annotations.parameters.RequestBody(content = @Content(
			mediaType = MediaType.APPLICATION_OCTET_STREAM_VALUE, schema = @Schema(type = "string", format = "binary")))
	ResponseEntity<DataSetView> uploadDataSet(@RequestParam String name, @ParameterObject ReadingOptions reading,
			HttpServletRequest request) throws Exception {
		if (name.isBlank() || name.length() > LONGEST_NAME) {
			throw ProblemException.invalidParameter("name", "invalid_length", "must be 1 to 255 characters");
		}
		return created(this.files.bring(name, reading, request.getInputStream()));
	}

	private static ResponseEntity<DataSetView> created(DataSetView set) {
		return RecordAnswers.created(PATH + "/" + set.id(), set, set.version());
	}

	@Operation(summary = "Preview how a file would be read: format, encoding, header, first rows")
	@GetMapping("/uploads/{id}/preview")
	@PreAuthorize("hasAuthority('migration:read')")
	Preview previewUpload(@PathVariable UUID id, @ParameterObject ReadingOptions reading) throws IOException {
		return this.files.look(id, reading, null);
	}

	@Operation(summary = "List data sets")
	@GetMapping("/data-sets")
	@PreAuthorize("hasAuthority('migration:read')")
	Page<DataSetView> list(ListRequest request) {
		return this.sets.page(request);
	}

	@Operation(summary = "Get a data set with its columns and row count")
	@GetMapping("/data-sets/{id}")
	@PreAuthorize("hasAuthority('migration:read')")
	ResponseEntity<DataSetView> get(@PathVariable UUID id) {
		DataSetView set = this.sets.get(id);
		return RecordAnswers.ok(set, set.version());
	}

	@Operation(summary = "List the rows of a data set")
	@GetMapping("/data-sets/{id}/rows")
	@PreAuthorize("hasAuthority('migration:read')")
	RowPage listRows(@PathVariable UUID id, @RequestParam(defaultValue = "50") int limit,
			@RequestParam(required = false) @Nullable String cursor) throws IOException {
		this.sets.readable(id);
		return this.pages.page(id.toString(), limit, cursor);
	}

	@Operation(summary = "List the lines that could not be read")
	@GetMapping("/data-sets/{id}/problems")
	@PreAuthorize("hasAuthority('migration:read')")
	RowPage listReadingProblems(@PathVariable UUID id, @RequestParam(defaultValue = "50") int limit,
			@RequestParam(required = false) @Nullable String cursor) throws IOException {
		if (this.sets.readable(id).origin() != DataSetOrigin.FILE) {
			return new RowPage(List.of(), List.of(), null);
		}
		return this.pages.page(StagedData.problems(id), limit, cursor);
	}

	@Operation(summary = "Export a data set as a file")
	@GetMapping("/data-sets/{id}/export")
	@ExportsRows
	@PreAuthorize("hasAuthority('migration:read')")
	void exportRows(@PathVariable UUID id, @RequestParam(defaultValue = "csv") String format,
			HttpServletResponse response) throws IOException {
		this.sets.require(this.sets.get(id).id(), "");
		this.export.write(id.toString(), "line", format, (row) -> true, response);
	}

	@Operation(summary = "Approve a data set")
	@PostMapping("/data-sets/{id}/approve")
	@PreAuthorize("hasAuthority('migration:write')")
	DataSetView approve(@PathVariable UUID id) {
		return this.sets.approve(id);
	}

	@Operation(summary = "Delete a data set")
	@DeleteMapping("/data-sets/{id}")
	@PreAuthorize("hasAuthority('migration:write')")
	ResponseEntity<Void> delete(@PathVariable UUID id, Preconditions preconditions) {
		this.sets.delete(id, preconditions);
		return ResponseEntity.noContent().build();
	}

}
