package io.kehu.platform.web;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

import io.kehu.platform.problem.ProblemException;
import io.kehu.platform.problem.RequestTooLargeException;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;

import org.springframework.http.HttpStatus;

/**
 * A request whose body is held in memory, so that it can be read more than once.
 */
public final class CachedBodyRequest extends HttpServletRequestWrapper {

	private final byte[] body;

	/**
	 * Reads the body.
	 * @throws ProblemException with status 413 if the body is too large
	 */
	public CachedBodyRequest(HttpServletRequest request) throws IOException {
		super(request);
		try {
			this.body = request.getInputStream().readAllBytes();
		}
		catch (RequestTooLargeException ex) {
			throw ProblemException.of(HttpStatus.CONTENT_TOO_LARGE, "too-large", String.valueOf(ex.getMessage()));
		}
	}

	/**
	 * Returns a copy of the body.
	 */
	public byte[] body() {
		return this.body.clone();
	}

	@Override
	public ServletInputStream getInputStream() {
		return new BodyStream(this.body);
	}

	@Override
	public BufferedReader getReader() {
		return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
	}

	/**
	 * Reads the cached body.
	 */
	private static final class BodyStream extends ServletInputStream {

		private final ByteArrayInputStream bytes;

		BodyStream(byte[] body) {
			this.bytes = new ByteArrayInputStream(body);
		}

		@Override
		public int read() {
			return this.bytes.read();
		}

		@Override
		public int read(byte[] target, int offset, int length) {
			return this.bytes.read(target, offset, length);
		}

		@Override
		public boolean isFinished() {
			return this.bytes.available() == 0;
		}

		@Override
		public boolean isReady() {
			return true;
		}

		@Override
		public void setReadListener(ReadListener listener) {
			throw new IllegalStateException("The body is read blocking");
		}

	}

}
