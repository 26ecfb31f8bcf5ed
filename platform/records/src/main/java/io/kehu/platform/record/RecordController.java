package io.kehu.platform.record;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

import io.kehu.platform.access.Access;
import io.kehu.platform.bulk.BulkLoader;
import io.kehu.platform.bulk.BulkMode;
import io.kehu.platform.bulk.BulkResult;
import io.kehu.platform.history.History;
import io.kehu.platform.idempotency.Replayable;
import io.kehu.platform.query.ListRequest;
import io.kehu.platform.query.Listing;
import io.kehu.platform.query.Page;
import io.kehu.platform.query.RecordList;
import io.kehu.platform.rehearsal.Rehearsable;
import io.kehu.platform.security.Callers;
import io.kehu.platform.security.RecentLogin;
import io.kehu.platform.web.ExpectedVersion;
import io.kehu.platform.web.Preconditions;
import io.kehu.platform.web.RecordAnswers;
import io.kehu.platform.web.RetriedOnConflict;
import io.kehu.platform.web.Streamed;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;

/**
 * Base class for the controllers of records, with the operations common to all of them. A
 * subclass declares its request mapping and adds operations that are specific to its kind
 * of record.
 *
 * @param <D> the client-writable fields of a record
 * @param <V> the view of a record, as clients see it
 */
@RetriedOnConflict
public abstract class RecordController<D, V extends Record & RecordView> implements Listing, Replayable {

	/** Allows access to callers with the permission to read. */
	protected static final String READ = "hasAuthority(this.requires().read())";

	/** Allows access to callers with the permission to create and change. */
	protected static final String WRITE = "hasAuthority(this.requires().write())";

	/** Allows access to callers with the permission to delete and restore. */
	protected static final String DELETE = "hasAuthority(this.requires().delete())";

	/** The description of the parameter that includes other records. */
	protected static final String INCLUDE = "References, such as parent, whose records are added as `included`";

	private final String path;

	private final RecordPermissions permissions;

	private final Class<D> type;

	private final Records<D, V> records;

	private final RecordReading<?, V> reading;

	private final BulkLoader loader;

	/** Creates a controller for a store. */
	protected RecordController(RecordStore<D, ?, V> store) {
		this(store.permissions(), store.details(), store, store.reading(), store.loader());
	}

	/** Creates a controller for records that are stored without a {@link RecordStore}. */
	protected RecordController(RecordPermissions permissions, Class<D> type, Records<D, V> records,
			RecordReading<?, V> reading, BulkLoader loader) {
		this.path = path(getClass());
		this.permissions = permissions;
		this.type = type;
		this.records = records;
		this.reading = reading;
		this.loader = loader;
	}

	static String path(Class<?> controller) {
		RequestMapping mapping = AnnotatedElementUtils.findMergedAnnotation(controller, RequestMapping.class);
		if (mapping == null || mapping.path().length != 1) {
			throw new IllegalStateException(controller.getName() + " needs a @RequestMapping with one path");
		}
		return mapping.path()[0];
	}

	/** Returns the permissions that the expressions above refer to. */
	public RecordPermissions requires() {
		return this.permissions;
	}

	@Override
	public RecordList<?> listed() {
		return this.reading.list();
	}

	/** Returns the reading of the records, which describes what it can find. */
	public RecordReading<?, V> reading() {
		return this.reading;
	}

	@Override
	public Collection<String> includable() {
		return this.reading.includable();
	}

	@Operation(summary = "List {many}, filtered and sorted, page by page")
	@GetMapping
	@PreAuthorize(READ)
	public Page<V> list(ListRequest request) {
		checkDeleted(request);
		return this.reading.page(request);
	}

	@Operation(summary = "Get {one} with its entity tag")
	@GetMapping("/{id}")
	@PreAuthorize(READ)
	public ResponseEntity<V> get(@PathVariable UUID id,
			@Parameter(description = INCLUDE) @RequestParam(required = false) @Nullable List<String> include) {
		return answer(this.records.get(id), include);
	}

	@Operation(summary = "Get up to 200 {many} by id, and up to 200 by external id, with a result for each")
	@PostMapping(path = "/batch-get", consumes = MediaType.APPLICATION_JSON_VALUE)
	@RecentLogin(minutes = RecentLogin.ANY)
	@PreAuthorize(READ)
	public BatchAnswer<V> batchGet(@Valid @RequestBody BatchRequest request) {
		return this.reading.batch(request);
	}

	@Operation(summary = "List what was changed of {one}, when and by whom")
	@GetMapping("/{id}/history")
	@PreAuthorize(READ)
	public Page<History.Entry> history(@PathVariable UUID id,
			@Parameter(description = "Where the page before ended") @RequestParam(
					required = false) @Nullable String cursor,
			@Parameter(description = "1 to 200") @RequestParam(defaultValue = "50") int limit) {
		return this.reading.history(id, cursor, limit);
	}

	@Operation(summary = "List the changes of all {many} since a token, in the order of their transactions")
	@GetMapping("/changes")
	@PreAuthorize(READ)
	public RecordChanges<V> changes(@Parameter(
			description = "The token next of an earlier answer, or now; without it, all changes ever") @RequestParam(
					required = false) @Nullable String since,
			@Parameter(description = "1 to 200") @RequestParam(defaultValue = "50") int limit) {
		return this.reading.changes(since, limit);
	}

	@Operation(summary = "Export all {many} that a list finds, as CSV or NDJSON")
	@Parameter(in = ParameterIn.QUERY, name = "format", description = "csv or ndjson; usually csv",
			schema = @Schema(type = "string", allowableValues = { "csv", "ndjson" }, defaultValue = "csv"))
	@Parameter(in = ParameterIn.QUERY, name = "columns",
			description = "CSV: the columns in their order, as paths such as name,price.amount,emails.0.address",
			schema = @Schema(type = "string"))
	@Parameter(in = ParameterIn.QUERY, name = "flat",
			description = "CSV: true writes plain text instead of JSON, with a column for each member of a member",
			schema = @Schema(type = "boolean", defaultValue = "false"))
	@Parameter(in = ParameterIn.QUERY, name = "bom",
			description = "CSV: true begins with a byte-order mark, by which spreadsheets recognize UTF-8",
			schema = @Schema(type = "boolean", defaultValue = "false"))
	@GetMapping("/export")
	@Streamed
	@PreAuthorize(READ)
	@ApiResponse(responseCode = "200", content = { @Content(mediaType = "text/csv", schema = @Schema(type = "string")),
			@Content(mediaType = BulkLoader.NDJSON, schema = @Schema(type = "string")) })
	public void export(ListRequest request, HttpServletResponse response) throws IOException {
		checkDeleted(request);
		this.reading.export(request, response);
	}

	@Operation(summary = "Create {one}")
	@PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
	@PreAuthorize(WRITE)
	@ApiResponse(responseCode = "201", useReturnTypeSchema = true)
	public ResponseEntity<V> create(@Valid @RequestBody D details) {
		return created(this.records.create(details));
	}

	@Operation(summary = "Change {one} by a merge patch (RFC 7396)")
	@Rehearsable
	@PatchMapping(path = "/{id}", consumes = "application/merge-patch+json")
	@PreAuthorize(WRITE)
	public ResponseEntity<V> patch(@PathVariable UUID id, ExpectedVersion expected, @RequestBody JsonNode patch) {
		return answer(this.records.patch(id, expected, patch));
	}

	@Operation(summary = "Create or change many {many}: a JSON document a line, answered line by line")
	@Parameter(in = ParameterIn.QUERY, name = BulkMode.PARAMETER, description = BulkMode.DESCRIPTION,
			schema = @Schema(type = "string", allowableValues = { "merge", "replace" }, defaultValue = "merge"))
	@Rehearsable
	@PostMapping(path = "/bulk", consumes = BulkLoader.NDJSON)
	@PreAuthorize(WRITE)
	@io.swagger.v3.oas.annotations.parameters.RequestBody(
			content = @Content(mediaType = BulkLoader.NDJSON, schema = @Schema(type = "string")))
	@ApiResponse(responseCode = "200",
			content = @Content(mediaType = BulkLoader.NDJSON, schema = @Schema(implementation = BulkResult.class)))
	public void bulk(HttpServletRequest request, HttpServletResponse response) throws IOException {
		this.loader.load(request, response, this.type, this.records, BulkMode.of(request));
	}

	@Operation(summary = "Delete {one}, which can be restored")
	@DeleteMapping("/{id}")
	@PreAuthorize(DELETE)
	@ResponseStatus(HttpStatus.NO_CONTENT)
	public void delete(@PathVariable UUID id, ExpectedVersion expected) {
		this.records.delete(id, expected);
	}

	@Operation(summary = "Restore {one} that was deleted")
	@PostMapping("/{id}/restore")
	@PreAuthorize(DELETE)
	public ResponseEntity<V> restore(@PathVariable UUID id, Preconditions preconditions) {
		return answer(this.records.restore(id, preconditions));
	}

	private void checkDeleted(ListRequest request) {
		if (request.selectsDeleted() && !Callers.current().may(this.permissions.delete())) {
			throw Access.forbidden();
		}
	}

	@Override
	public String replayed(String body) {
		return this.reading.replayed(body);
	}

	/** Returns a response with status 200 and the record. */
	protected ResponseEntity<V> answer(V view) {
		RecordReading.Tagged<V> complete = this.reading.tagged(view);
		return RecordAnswers.ok(complete.view(), complete.tag());
	}

	/** Returns a response with status 200, the record, and those that it refers to. */
	@SuppressWarnings("unchecked")
	ResponseEntity<V> answer(V view, @Nullable List<String> include) {
		if (include == null) {
			return answer(view);
		}
		RecordReading.Tagged<V> complete = this.reading.tagged(view);
		RecordReading.Included included = this.reading.including(complete.view(), include);
		return (ResponseEntity<V>) (ResponseEntity<?>) RecordAnswers.ok(included.record(),
				RecordAnswers.tag(view.version(), complete.tag() + included.records()));
	}

	/** Returns a response with status 201 and the new record. */
	protected ResponseEntity<V> created(V view) {
		RecordReading.Tagged<V> complete = this.reading.tagged(view);
		return RecordAnswers.created(this.path + "/" + view.id(), complete.view(), complete.tag());
	}

	/**
	 * Returns the response to an upsert: status 201 if the record is new, 200 otherwise.
	 */
	protected ResponseEntity<V> answer(Upserted<V> upserted) {
		return upserted.created() ? created(upserted.view()) : answer(upserted.view());
	}

}
