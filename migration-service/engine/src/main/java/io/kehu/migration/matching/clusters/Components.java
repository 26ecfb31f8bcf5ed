package io.kehu.migration.matching.clusters;

/**
 * The connected components of records (union-find).
 */
public final class Components {

	private final int[] parents;

	public Components(int rows) {
		this.parents = new int[rows];
		for (int row = 0; row < rows; row++) {
			this.parents[row] = row;
		}
	}

	/** Returns the least row that hangs together with a row. */
	public int root(int row) {
		int root = row;
		while (this.parents[root] != root) {
			this.parents[root] = this.parents[this.parents[root]];
			root = this.parents[root];
		}
		return root;
	}

	/** Returns the same as {@link #root(int)}, but safe for several threads at once. */
	int peek(int row) {
		int root = row;
		while (this.parents[root] != root) {
			root = this.parents[root];
		}
		return root;
	}

	public void join(int left, int right) {
		int one = root(left);
		int other = root(right);
		this.parents[Math.max(one, other)] = Math.min(one, other);
	}

}
