package io.kehu.migration.upload;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

import io.kehu.migration.staging.UploadException;
import io.kehu.migration.staging.UploadProgress;
import io.kehu.migration.staging.Uploads;
import io.kehu.platform.id.Ids;
import io.kehu.platform.problem.ProblemException;
import io.kehu.platform.security.Callers;

import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * Receives files in pieces.
 */
@Service
public class FileUploads {

	private final Uploads uploads;

	private final JdbcClient jdbc;

	private final Clock clock;

	FileUploads(Uploads uploads, JdbcClient jdbc, Clock clock) {
		this.uploads = uploads;
		this.jdbc = jdbc;
		this.clock = clock;
	}

	UploadView announce(NewUpload announced) {
		UUID id = Ids.next();
		if (announced.length() > Uploads.MOST_BYTES) {
			throw ProblemException.invalid("/length", "out_of_range",
					"An upload must not exceed %,d bytes".formatted(Uploads.MOST_BYTES));
		}
		try {
			this.uploads.create(id.toString(), announced.length(), announced.sha256());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		this.jdbc
			.sql("insert into migration_upload (id, name, length, created_by, created_at)"
					+ " values (:id, :name, :length, :by, :now)")
			.param("id", id)
			.param("name", announced.name())
			.param("length", announced.length())
			.param("by", Callers.current().name())
			.param("now", Timestamp.from(this.clock.instant()))
			.update();
		return get(id);
	}

	List<UploadView> list() {
		return this.jdbc.sql("select id from migration_upload order by created_at desc, id desc limit 200")
			.query(UUID.class)
			.list()
			.stream()
			.map(this::get)
			.toList();
	}

	/**
	 * Returns an upload.
	 * @throws ProblemException 404 if there is none
	 */
	public UploadView get(UUID id) {
		UploadProgress progress = progress(id);
		return this.jdbc.sql("select name, created_by, created_at from migration_upload where id = :id")
			.param("id", id)
			.query((row, number) -> new UploadView(id, row.getString("name"), progress.length(), progress.received(),
					progress.received() == progress.length(), row.getString("created_by"),
					row.getTimestamp("created_at").toInstant()))
			.optional()
			.orElseThrow(() -> ProblemException.notFound("upload", id));
	}

	private UploadProgress progress(UUID id) {
		try {
			return this.uploads.progress(id.toString());
		}
		catch (UploadException ex) {
			throw ProblemException.notFound("upload", id);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Appends bytes; those received before a connection breaks are kept. */
	UploadProgress append(UUID id, long offset, InputStream bytes) throws IOException {
		try {
			return this.uploads.append(id.toString(), offset, bytes);
		}
		catch (UploadException ex) {
			throw problem(id, ex);
		}
	}

	private static ProblemException problem(UUID id, UploadException failure) {
		String message = String.valueOf(failure.getMessage());
		return switch (failure.reason()) {
			case UNKNOWN -> ProblemException.notFound("upload", id);
			case BUSY -> ProblemException.of(HttpStatus.LOCKED, "upload-busy", message);
			case WRONG_OFFSET -> ProblemException.of(HttpStatus.CONFLICT, "wrong-offset", message);
			case TOO_LONG, TOO_LARGE -> ProblemException.of(HttpStatus.CONTENT_TOO_LARGE, "too-large", message);
			case INCOMPLETE -> ProblemException.of(HttpStatus.CONFLICT, "incomplete", message);
			case WRONG_DIGEST -> ProblemException.of(HttpStatus.CONFLICT, "wrong-digest", message);
		};
	}

	/**
	 * Opens the bytes received so far.
	 * @throws ProblemException 404 if there is no such upload
	 */
	public InputStream open(UUID id) throws IOException {
		try {
			return this.uploads.open(id.toString());
		}
		catch (UploadException ex) {
			throw problem(id, ex);
		}
	}

	/** Deletes an upload, if it exists. */
	public void delete(UUID id) {
		this.jdbc.sql("delete from migration_upload where id = :id").param("id", id).update();
		try {
			this.uploads.delete(id.toString());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
