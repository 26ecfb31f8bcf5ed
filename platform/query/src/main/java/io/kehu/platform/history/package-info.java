/**
 * Change history of records: the actor, the time, and the old and new values.
 */
@NullMarked
package io.kehu.platform.history;

import org.jspecify.annotations.NullMarked;
