package io.kehu.platform.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.GZIPOutputStream;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;

/**
 * Buffers a response that has an entity tag when its body begins. Such a response is a
 * single record; all others are passed on as they are.
 */
final class TaggedResponse extends HttpServletResponseWrapper {

	private static final int SHORTEST = 2048;

	private @Nullable Body body;

	private byte[] compressed = {};

	TaggedResponse(HttpServletResponse response) {
		super(response);
	}

	private boolean buffers() {
		return this.body != null || (containsHeader(HttpHeaders.ETAG) && !containsHeader(HttpHeaders.CONTENT_ENCODING));
	}

	@Override
	public ServletOutputStream getOutputStream() throws IOException {
		if (this.body == null && buffers()) {
			this.body = new Body();
		}
		return (this.body != null) ? this.body : super.getOutputStream();
	}

	@Override
	public void setContentLength(int length) {
		if (!buffers()) {
			super.setContentLength(length);
		}
	}

	@Override
	public void setContentLengthLong(long length) {
		if (!buffers()) {
			super.setContentLengthLong(length);
		}
	}

	@Override
	public void flushBuffer() throws IOException {
		if (!buffers()) {
			super.flushBuffer();
		}
	}

	@Override
	public void resetBuffer() {
		this.body = null;
		super.resetBuffer();
	}

	@Override
	public void reset() {
		this.body = null;
		super.reset();
	}

	/**
	 * Ends the body: sends it as it is, or returns true if it is to be sent compressed.
	 */
	boolean finish() throws IOException {
		Body complete = this.body;
		if (complete == null) {
			return false;
		}
		addHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
		if (complete.bytes.size() < SHORTEST) {
			super.setContentLength(complete.bytes.size());
			complete.bytes.writeTo(super.getOutputStream());
			return false;
		}
		ByteArrayOutputStream zipped = new ByteArrayOutputStream(complete.bytes.size() / 2);
		try (GZIPOutputStream zip = new GZIPOutputStream(zipped)) {
			complete.bytes.writeTo(zip);
		}
		this.compressed = zipped.toByteArray();
		return true;
	}

	/** Sends the compressed body. */
	void send() throws IOException {
		setHeader(HttpHeaders.CONTENT_ENCODING, "gzip");
		super.setContentLength(this.compressed.length);
		super.getOutputStream().write(this.compressed);
	}

	/**
	 * The body of a single record.
	 */
	private static final class Body extends ServletOutputStream {

		private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

		@Override
		public void write(int value) {
			this.bytes.write(value);
		}

		@Override
		public void write(byte[] source, int offset, int length) {
			this.bytes.write(source, offset, length);
		}

		@Override
		public boolean isReady() {
			return true;
		}

		@Override
		public void setWriteListener(WriteListener listener) {
			throw new IllegalStateException("A record is not written asynchronously");
		}

	}

}
