/**
 * Personal data in records: which members are personal, and what callers see who may not
 * see them.
 */
@NullMarked
package io.kehu.platform.personal;

import org.jspecify.annotations.NullMarked;
