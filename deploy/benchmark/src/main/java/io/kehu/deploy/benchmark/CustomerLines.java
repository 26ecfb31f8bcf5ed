package io.kehu.deploy.benchmark;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * A request body with many customers, generated while it is read.
 */
final class CustomerLines extends InputStream {

	private final int count;

	private final String run;

	private byte[] line = new byte[0];

	private int position;

	private int number;

	CustomerLines(int count, String run) {
		this.count = count;
		this.run = run;
	}

	@Override
	public int read() {
		return advance() ? this.line[this.position++] : -1;
	}

	@Override
	public int read(byte[] target, int offset, int length) {
		int copied = 0;
		while (copied < length && advance()) {
			int part = Math.min(length - copied, this.line.length - this.position);
			System.arraycopy(this.line, this.position, target, offset + copied, part);
			this.position += part;
			copied += part;
		}
		return (copied > 0 || length == 0) ? copied : -1;
	}

	private boolean advance() {
		if (this.position == this.line.length && this.number < this.count) {
			int i = this.number++;
			this.position = 0;
			this.line = """
					{"kind":"person","givenName":"Given%d","familyName":"Family%d",\
					"emails":[{"address":"person%d@example.org","primary":true}],\
					"addresses":[{"line1":"%d High Street","city":"Köln","country":"DE"}],\
					"externalIds":[{"system":"benchmark","id":"%s-%d"}]}
					""".formatted(i % 997, i % 4999, i, i % 200, this.run, i).getBytes(StandardCharsets.UTF_8);
		}
		return this.position < this.line.length;
	}

}
