-- Shows that a session is alive and how far its subscription has come.
-- KEYS: epoch, sessions
-- ARGV: session, its channel, the beat, an epoch's name in case there is none, prefix of the sessions' channels
-- Returns the sessions that nobody listens for any more.
if redis.call('EXISTS', KEYS[1]) == 0 then
  redis.call('SET', KEYS[1], ARGV[4])
end
redis.call('SADD', KEYS[2], ARGV[1])
redis.call('PUBLISH', ARGV[2], ARGV[3])
local lost = {}
for _, session in ipairs(redis.call('SMEMBERS', KEYS[2])) do
  if redis.call('PUBSUB', 'NUMSUB', ARGV[5] .. session)[2] == 0 then
    table.insert(lost, session)
  end
end
return lost
