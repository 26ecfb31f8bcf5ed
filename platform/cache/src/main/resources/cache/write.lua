-- Stores what was written, unless something newer is there, and tells every session.
-- KEYS: epoch, sessions, entries...
-- ARGV: channel of changes, message, then for each entry: version, time to live in ms, payload
-- Returns the sessions.
local current = redis.call('GET', KEYS[1])
for index = 3, #KEYS do
  local at = 3 * (index - 2)
  local epoch, version = string.match(redis.call('GETRANGE', KEYS[index], 0, 47), '^(%w+) (%d+) ')
  local older = epoch ~= current or tonumber(version) < tonumber(ARGV[at])
  local same = not older and tonumber(version) == tonumber(ARGV[at])
  if current and (older or same and string.sub(ARGV[at + 2], 1, 1) ~= 'U') then
    redis.call('SET', KEYS[index], current .. ' ' .. ARGV[at] .. ' ' .. ARGV[at + 2], 'PX', ARGV[at + 1])
  end
end
redis.call('PUBLISH', ARGV[1], ARGV[2])
return redis.call('SMEMBERS', KEYS[2])
