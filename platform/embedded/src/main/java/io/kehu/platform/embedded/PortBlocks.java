package io.kehu.platform.embedded;

import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;

/**
 * Hands out the ports of a range so that JVMs running at the same time never receive the
 * same one: each claims whole blocks of the range by listening at a block's first port,
 * which the system releases however the JVM ends.
 */
final class PortBlocks {

	private final int first;

	private final int last;

	private final Deque<Integer> unclaimed;

	private final List<ServerSocketChannel> claims = new ArrayList<>();

	private final int size;

	private int next;

	private int end;

	/**
	 * Creates the blocks; none is claimed before the first port is asked for.
	 * @param first the first port of the range
	 * @param count how many blocks the range has
	 * @param size how many ports a block has, the one that claims it included
	 */
	PortBlocks(int first, int count, int size) {
		this.first = first;
		this.last = first + count * size - 1;
		this.size = size;
		List<Integer> blocks = new ArrayList<>();
		for (int block = 0; block < count; block++) {
			blocks.add(first + block * size);
		}
		// JVMs that start together would otherwise all try the same blocks
		Collections.shuffle(blocks);
		this.unclaimed = new ArrayDeque<>(blocks);
	}

	/**
	 * Returns a port of 127.0.0.1 that is free and that neither this nor another running
	 * JVM was given before.
	 * @return the port
	 * @throws ServerStartException when every block is claimed
	 */
	synchronized int next() {
		while (true) {
			while (this.next < this.end) {
				int port = this.next++;
				if (isFree(port)) {
					return port;
				}
			}
			claim();
		}
	}

	/**
	 * Whether nothing listens at a port. The probe doesn't listen itself, so that a
	 * server about to start there is not kept from it.
	 * @param port the port on 127.0.0.1
	 * @return true when a server could listen there
	 */
	static boolean isFree(int port) {
		try (SocketChannel socket = SocketChannel.open()) {
			socket.setOption(StandardSocketOptions.SO_REUSEADDR, true);
			socket.bind(FreePorts.address(port));
			return true;
		}
		catch (IOException ex) {
			return false;
		}
	}

	private void claim() {
		while (!this.unclaimed.isEmpty()) {
			int block = this.unclaimed.pop();
			if (listenAt(block)) {
				this.next = block + 1;
				this.end = block + this.size;
				return;
			}
		}
		throw new ServerStartException("No free port was found between " + this.first + " and " + this.last + ".");
	}

	private boolean listenAt(int port) {
		try {
			ServerSocketChannel socket = ServerSocketChannel.open();
			try {
				this.claims.add(socket.bind(FreePorts.address(port), 1));
				return true;
			}
			catch (IOException ex) {
				socket.close();
				return false;
			}
		}
		catch (IOException ex) {
			throw new ServerStartException("No socket can be opened: " + ex.getMessage(), ex);
		}
	}

}
