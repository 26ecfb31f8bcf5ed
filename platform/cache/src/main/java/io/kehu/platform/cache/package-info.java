/**
 * A two-level cache of versioned records: in the process before Redis, and right after
 * every write on every instance.
 */
@NullMarked
package io.kehu.platform.cache;

import org.jspecify.annotations.NullMarked;
