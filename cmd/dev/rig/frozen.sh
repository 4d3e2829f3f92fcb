# The first computer's program stops for 30 seconds while it holds the lock; later busy programs on all computers stop for some seconds at
# any moment.
app="/tmp/ctl/app --by Person$ID soak"
$app work /tmp/share/Office.almoner --folder /tmp/desk --ledger /tmp/ctl/ledger --for ${SECONDS_TO_WORK}s --pause 200ms --poll 1s --whole & work=$!
if [ $ID = 1 ]; then
 sleep 6
 $app hold /tmp/share/Office.almoner & hold=$!
 sleep 4; kill -STOP $hold; echo "FROZEN for 30 s, holding the lock"; sleep 30; kill -9 $hold; echo "FROZEN no more"
fi
for i in 1 2 3 4; do usleep $(( 2000000 + (RANDOM % 3000) * 1000 )); kill -STOP $work; usleep $(( 300000 + (RANDOM % 2500) * 1000 )); kill -CONT $work; done
wait $work
$app drain /tmp/share/Office.almoner --folder /tmp/desk --for 120s
cp -r /tmp/desk /tmp/ctl/desk
